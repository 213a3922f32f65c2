package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The INSERT of many rows, which leaves out those that break a condition. */
final class Insert implements RowWriter.Batch {

  private final Connection connection;
  private final TablePlan plan;
  private final RowArrays arrays;
  private final RowShape shape;
  private final String sql;

  Insert(Connection connection, TablePlan plan) {
    this.connection = connection;
    this.plan = plan;
    // Column 0 is none of the table's: it counts the rows where no column is supplied.
    this.arrays =
        new RowArrays(
            Stream.concat(Stream.of(0), plan.supplied().stream().map(Column::number)).toList());
    this.shape = new RowShape(plan.table(), plan.conditions(), plan.copies());
    this.sql = sql();
  }

  private String sql() {
    Table table = plan.table();
    String columns =
        table.columns().stream()
            .filter(this::isWritten)
            .map(Column::sqlName)
            .collect(Collectors.joining(", "));
    return "INSERT INTO %s%s%s %s LIMIT ?%s"
        .formatted(
            RowSql.name(table),
            columns.isEmpty() ? "" : " (" + columns + ")",
            plan.drawn().isEmpty() ? "" : " OVERRIDING SYSTEM VALUE",
            shape.select(columns, this::source, arrays.from(), ""),
            new Uniqueness(table).allowsSkipping() ? " ON CONFLICT DO NOTHING" : "");
  }

  private boolean isWritten(Column column) {
    return plan.supplied().contains(column)
        || plan.drawn().containsKey(column.number())
        || plan.copies().containsKey(column.number());
  }

  private String source(Column column) {
    String drawn = plan.drawn().get(column.number());
    if (drawn != null) {
      return RowSql.escaped(drawn);
    }
    return plan.supplied().contains(column)
        ? RowSql.cast(RowArrays.value(column.number()), column.type())
        : "NULL::" + column.type();
  }

  @Override
  public int write(List<Row> rows, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(arrays.bind(statement, rows), limit);
      return statement.executeUpdate();
    }
  }

  /** The names of the conditions that none of the rows keeps; empty when each is kept by some. */
  String broken(List<Row> rows) throws SQLException {
    if (plan.conditions().isEmpty() || rows.isEmpty()) {
      return "";
    }
    try (Attempt attempt = new Attempt(connection)) {
      String broken = counted(rows);
      attempt.succeeded();
      return broken;
    } catch (SQLException e) {
      Attempt.rethrowUnlessRefused(e);
    }
    // A row that cannot even be judged hides the others.
    return rows.size() == 1 ? "" : broken(rows.subList(0, rows.size() / 2));
  }

  private String counted(List<Row> rows) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(shape.counts(this::source, arrays.from()))) {
      arrays.bind(statement, rows);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        for (int i = 0; i < plan.conditions().size(); i++) {
          if (row.getLong(i + 1) == 0) {
            names.add(plan.conditions().get(i).name());
          }
        }
      }
    }
    return String.join(" and ", names);
  }
}
