package io.speechtotext.prover.trace;

import io.speechtotext.prover.catalog.Catalog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a session sees between two statements.
 *
 * @param locks that its transaction has
 * @param activity of its transaction so far
 * @param transaction when that began, which tells it from others
 */
record Moment(
    Catalog catalog,
    Set<RelationLock> locks,
    Map<Long, Activity> activity,
    Duration lockTimeout,
    String transaction) {

  private static final String SETTINGS =
      """
      SELECT setting::bigint, pg_catalog.transaction_timestamp()::text
      FROM pg_catalog.pg_settings
      WHERE name = 'lock_timeout'
      """;

  static Moment of(Connection connection) throws SQLException {
    Set<RelationLock> locks = locks(connection);
    Map<Long, Activity> activity = ActivityQuery.OF_TRANSACTION.counts(connection);
    Catalog catalog = Catalog.of(connection);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SETTINGS)) {
      row.next();
      Duration lockTimeout = Duration.ofMillis(row.getLong(1));
      return new Moment(catalog, locks, activity, lockTimeout, row.getString(2));
    }
  }

  private static Set<RelationLock> locks(Connection connection) throws SQLException {
    Set<RelationLock> locks = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                RelationLock.query("pg_catalog.pg_backend_pid()") + " AND l.granted")) {
      while (row.next()) {
        locks.add(RelationLock.of(row));
      }
    }
    return locks;
  }

  /** The locks that came on top of those of an earlier moment. */
  Set<RelationLock> locksSince(Moment earlier) {
    Set<RelationLock> taken = new HashSet<>(locks);
    if (isInTransactionOf(earlier)) {
      taken.removeAll(earlier.locks);
    }
    return taken;
  }

  /** What was done to rows since then; nothing when another transaction has begun. */
  Map<Long, Activity> activitySince(Moment earlier) {
    return isInTransactionOf(earlier) ? Activity.added(earlier.activity, activity) : Map.of();
  }

  private boolean isInTransactionOf(Moment other) {
    return transaction.equals(other.transaction);
  }
}
