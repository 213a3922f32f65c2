package io.speechtotext.prover.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows as parameters of a statement: an array of texts for each column. */
final class RowArrays {

  private final List<Integer> columns;

  /**
   * For those columns of a {@link Row}, by number.
   *
   * @param columns at least one
   */
  RowArrays(List<Integer> columns) {
    this.columns = List.copyOf(columns);
  }

  /** What to select from: {@code v}, whose columns are {@code c} and their number. */
  String from() {
    String parameters = columns.stream().map(c -> "?::text[]").collect(Collectors.joining(", "));
    String names = columns.stream().map(RowArrays::name).collect(Collectors.joining(", "));
    return "unnest(%s) AS v (%s)".formatted(parameters, names);
  }

  /** A column of {@link #from}. */
  static String value(int column) {
    return "v." + name(column);
  }

  /** Sets the first parameters, and tells the number of the next. */
  int bind(PreparedStatement statement, List<Row> rows) throws SQLException {
    Connection connection = statement.getConnection();
    for (int i = 0; i < columns.size(); i++) {
      int column = columns.get(i);
      @Nullable String[] values =
          IntStream.range(0, rows.size())
              .mapToObj(r -> rows.get(r).get(column))
              .toArray(String[]::new);
      statement.setArray(i + 1, connection.createArrayOf("text", values));
    }
    return columns.size() + 1;
  }

  private static String name(int column) {
    return "c" + column;
  }
}
