package io.speechtotext.prover.trace;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a session has to its account at a moment.
 *
 * @param locks of its transaction, on tables and indexes
 * @param activity by a table's object id; of former transactions, too, as long as these have not
 *     been reported
 */
record Holdings(Set<RelationLock> locks, Map<Long, Activity> activity) {

  private static final String LOCKS =
      RelationLock.query("pg_catalog.pg_backend_pid()") + " AND l.granted";

  // The functions behind pg_stat_xact_all_tables, without its joins.
  private static final String ACTIVITY =
      """
      SELECT
          oid,
          pg_catalog.pg_stat_get_xact_numscans(oid),
          pg_catalog.pg_stat_get_xact_tuples_inserted(oid),
          pg_catalog.pg_stat_get_xact_tuples_updated(oid),
          pg_catalog.pg_stat_get_xact_tuples_deleted(oid)
      FROM pg_catalog.pg_class
      WHERE oid >= 16384 AND relkind IN ('r', 'p', 'm')
      """;

  static Holdings of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return new Holdings(locks(statement), activity(statement));
    }
  }

  private static Set<RelationLock> locks(Statement statement) throws SQLException {
    Set<RelationLock> locks = new HashSet<>();
    try (ResultSet row = statement.executeQuery(LOCKS)) {
      while (row.next()) {
        locks.add(RelationLock.of(row));
      }
    }
    return locks;
  }

  private static Map<Long, Activity> activity(Statement statement) throws SQLException {
    Map<Long, Activity> activity = new HashMap<>();
    try (ResultSet row = statement.executeQuery(ACTIVITY)) {
      while (row.next()) {
        Activity done =
            new Activity(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        if (!done.equals(Activity.NONE)) {
          activity.put(row.getLong(1), done);
        }
      }
    }
    return activity;
  }
}
