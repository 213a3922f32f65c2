package io.speechtotext.prover.trace;

import io.speechtotext.migrator.script.SqlStatement;
import io.speechtotext.prover.catalog.Catalog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a session sees between two statements.
 *
 * @param locks that its transaction has
 * @param activity of its transaction so far
 * @param transaction when that began, which tells it from others, in microseconds since 1970
 */
record Moment(
    Catalog catalog,
    Set<RelationLock> locks,
    Map<Long, Activity> activity,
    Duration lockTimeout,
    long transaction) {

  /** Asks when the transaction began, in a number that no setting of the session changes. */
  static final String TRANSACTION =
      "SELECT (extract(epoch FROM pg_catalog.transaction_timestamp()) * 1000000)::bigint";

  private static final String SETTINGS =
      TRANSACTION
          + """
      , setting::bigint
      FROM pg_catalog.pg_settings
      WHERE name = 'lock_timeout'
      """;

  static Moment of(Connection connection) throws SQLException {
    return of(connection, null);
  }

  /** The moment after another one and a single statement, in the same session. */
  static Moment after(Moment earlier, SqlStatement statement, Connection connection)
      throws SQLException {
    return of(connection, SchemaStatements.changesOnlyWhatItLocks(statement) ? earlier : null);
  }

  private static Moment of(Connection connection, @Nullable Moment earlier) throws SQLException {
    ScriptsTimeout timeout = ScriptsTimeout.lift(connection);
    Moment moment = read(connection, earlier);
    timeout.restore(connection);
    return moment;
  }

  private static Moment read(Connection connection, @Nullable Moment earlier) throws SQLException {
    Holdings holdings = Holdings.of(connection);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SETTINGS)) {
      row.next();
      Duration lockTimeout = Duration.ofMillis(row.getLong(2));
      long transaction = row.getLong(1);
      Catalog catalog =
          earlier != null && transaction == earlier.transaction
              ? earlier.catalog.refreshed(connection, locked(holdings.locks()))
              : Catalog.of(connection);
      return new Moment(catalog, holdings.locks(), holdings.activity(), lockTimeout, transaction);
    }
  }

  // Nobody changes the definition of a table without such a lock.
  private static Set<Long> locked(Set<RelationLock> locks) {
    return locks.stream()
        .filter(lock -> lock.mode().compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) >= 0)
        .map(RelationLock::relation)
        .collect(Collectors.toSet());
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
    return transaction == other.transaction;
  }
}
