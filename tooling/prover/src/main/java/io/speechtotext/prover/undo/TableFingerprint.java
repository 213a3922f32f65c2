package io.speechtotext.prover.undo;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The values of a table, so short that they can be compared with those of another time. The order
 * of rows does not matter.
 *
 * @param rows how many there are
 * @param whole of the rows as such
 * @param columns of each column for itself, by its name
 */
record TableFingerprint(long rows, String whole, Map<String, String> columns) {

  // A sum does not depend on the order; what two rows of one text add, no other pair adds.
  private static final String SUM =
      "coalesce(sum(hashtextextended(coalesce((%s)::text, '<null>'), 0)::numeric), 0)";

  /** Of some columns of a table, which may have more. */
  static TableFingerprint of(Connection connection, Table table, List<Column> columns)
      throws SQLException {
    List<String> sums = new ArrayList<>();
    sums.add("count(*)");
    sums.add(
        SUM.formatted(
            columns.stream().map(Column::sqlName).collect(Collectors.joining(", ", "ROW(", ")"))));
    columns.forEach(column -> sums.add(SUM.formatted(column.sqlName())));
    String query = "SELECT " + String.join(", ", sums) + " FROM " + table.sqlName();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      Map<String, String> byColumn = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        byColumn.put(columns.get(i).name(), row.getString(i + 3));
      }
      return new TableFingerprint(row.getLong(1), row.getString(2), byColumn);
    }
  }
}
