package io.speechtotext.migrator;

import io.speechtotext.migrator.history.HistoryTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows in the current schema's tables, whether a migration made them or not; the history does
 * not count.
 */
final class TableRows {

  private static final String TABLES =
      """
      FROM pg_catalog.pg_class
      JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace
      WHERE nspname = current_schema() AND relkind IN ('r', 'p') AND NOT relispartition AND relname <> '%s'
      """
          .formatted(HistoryTable.NAME);

  // One statement for all: SELECT 'jobs', count(*) FROM public.jobs UNION ALL …
  private static final String COUNT =
      "SELECT string_agg(format('SELECT %L, count(*) FROM %I.%I', relname, nspname, relname), ' UNION ALL ') "
          + TABLES;
  // Likewise: one table's rows may refer to another's.
  private static final String TRUNCATE =
      "SELECT 'TRUNCATE ' || string_agg(format('%I.%I', nspname, relname), ', ') " + TABLES;

  private TableRows() {}

  /** How many there are, by table. */
  static SortedMap<String, Long> count(Connection connection) throws SQLException {
    SortedMap<String, Long> counts = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      String count = written(statement, COUNT);
      if (count != null) {
        try (ResultSet row = statement.executeQuery(count)) {
          while (row.next()) {
            counts.put(row.getString(1), row.getLong(2));
          }
        }
      }
    }
    return Collections.unmodifiableSortedMap(counts);
  }

  /** Deletes all of them, or none. */
  static void delete(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String truncate = written(statement, TRUNCATE);
      if (truncate != null) {
        statement.execute(truncate);
      }
    }
  }

  /** The statement that a query writes; null where there is no table. */
  private static @Nullable String written(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
