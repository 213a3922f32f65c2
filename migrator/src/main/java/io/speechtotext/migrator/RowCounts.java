package io.speechtotext.migrator;

import io.speechtotext.migrator.history.HistoryTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How much there is in the current schema's tables. */
final class RowCounts {

  // One query for all: {@code SELECT 'jobs', count(*) FROM jobs UNION ALL …}; null for no table.
  private static final String QUERY =
      """
      SELECT string_agg(format('SELECT %%L, count(*) FROM %%I.%%I', relname, nspname, relname), ' UNION ALL ')
      FROM pg_catalog.pg_class
      JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace
      WHERE nspname = current_schema() AND relkind IN ('r', 'p') AND NOT relispartition AND relname <> '%s'
      """
          .formatted(HistoryTable.NAME);

  private RowCounts() {}

  /** Rows by table, whether a migration made it or not; the history does not count. */
  static SortedMap<String, Long> read(Connection connection) throws SQLException {
    SortedMap<String, Long> counts = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      String query = null;
      try (ResultSet row = statement.executeQuery(QUERY)) {
        if (row.next()) {
          query = row.getString(1);
        }
      }
      if (query != null) {
        try (ResultSet row = statement.executeQuery(query)) {
          while (row.next()) {
            counts.put(row.getString(1), row.getLong(2));
          }
        }
      }
    }
    return Collections.unmodifiableSortedMap(counts);
  }
}
