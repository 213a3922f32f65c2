package io.speechtotext.app.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Executes a statement whose parameters are bound, and makes something of what comes back. */
@FunctionalInterface
interface Execution<R> {

  R of(PreparedStatement statement) throws SQLException;

  /** Maps each row. */
  record Rows<T>(Columns columns, Function<Row, T> mapper) implements Execution<List<T>> {

    @Override
    public List<T> of(PreparedStatement statement) throws SQLException {
      try (ResultSet results = statement.executeQuery()) {
        Row row = new Row(columns, results);
        List<T> rows = new ArrayList<>();
        while (results.next()) {
          rows.add(mapper.apply(row));
        }
        return rows;
      }
    }
  }
}
