package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many rows tables hold, by one query. */
final class RowCounts {

  private final Map<Long, Integer> counts = new HashMap<>();

  /** Counts no further than {@code limit}. */
  RowCounts(Connection connection, List<Table> tables, int limit) throws SQLException {
    if (tables.isEmpty()) {
      return;
    }
    String query =
        tables.stream()
            .map(
                table ->
                    "SELECT %s::bigint, (SELECT count(*) FROM (SELECT FROM %s%s LIMIT %s) AS t)"
                        .formatted(
                            table.oid(),
                            table.partitioned() ? "" : "ONLY ",
                            RowSql.name(table),
                            limit))
            .collect(Collectors.joining(" UNION ALL "));
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        counts.put(row.getLong(1), row.getInt(2));
      }
    }
  }

  int of(Table table) {
    return counts.getOrDefault(table.oid(), 0);
  }
}
