package io.speechtotext.prover.trace;

import io.speechtotext.prover.catalog.Catalog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a session sees between two statements. */
record Moment(
    Catalog catalog, Set<RelationLock> locks, Map<Long, Activity> activity, Duration lockTimeout) {

  private static final String LOCKS =
      """
      SELECT l.relation, l.mode
      FROM pg_catalog.pg_locks AS l
      WHERE l.locktype = 'relation' AND l.pid = pg_catalog.pg_backend_pid() AND l.granted
        AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
        AND l.relation >= 16384
      """;
  private static final String ACTIVITY =
      """
      SELECT relid, coalesce(seq_scan, 0), n_tup_ins, n_tup_upd, n_tup_del
      FROM pg_catalog.pg_stat_xact_all_tables
      WHERE relid >= 16384 AND coalesce(seq_scan, 0) + n_tup_ins + n_tup_upd + n_tup_del > 0
      """;
  private static final String LOCK_TIMEOUT =
      "SELECT setting::bigint FROM pg_catalog.pg_settings WHERE name = 'lock_timeout'";

  static Moment of(Connection connection) throws SQLException {
    Set<RelationLock> locks = new HashSet<>();
    Map<Long, Activity> activity = new HashMap<>();
    long millis;
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery(LOCKS)) {
        while (row.next()) {
          locks.add(new RelationLock(row.getLong(1), LockMode.ofServerName(row.getString(2))));
        }
      }
      try (ResultSet row = statement.executeQuery(ACTIVITY)) {
        while (row.next()) {
          activity.put(
              row.getLong(1),
              new Activity(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
        }
      }
      try (ResultSet row = statement.executeQuery(LOCK_TIMEOUT)) {
        row.next();
        millis = row.getLong(1);
      }
    }
    return new Moment(Catalog.of(connection), locks, activity, Duration.ofMillis(millis));
  }
}
