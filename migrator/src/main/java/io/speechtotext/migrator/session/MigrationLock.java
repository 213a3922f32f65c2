package io.speechtotext.migrator.session;

import io.speechtotext.migrator.PoolerException;
import io.speechtotext.migrator.WaitExpiredException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The advisory lock that whoever changes a database's schema holds, one per database. It belongs to
 * the session, so it ends with its process, however that ends.
 */
final class MigrationLock {

  /** The lock's number: "migrator" in ASCII. */
  static final long NUMBER = 0x6d69677261746f72L;

  // In one statement, so that the lock is never left behind in a process that a pooler lends out.
  private static final String TRY =
      "SELECT CASE WHEN pg_backend_pid() = ? THEN pg_try_advisory_lock(?) END";
  private static final String HOLDER =
      """
      SELECT format('process %s of role %s', pid, usename)
          || coalesce(', connected since ' || to_char(backend_start AT TIME ZONE 'UTC',
                                                     'YYYY-MM-DD HH24:MI:SS') || ' UTC', '')
        FROM pg_locks
        JOIN pg_stat_activity USING (pid)
       WHERE locktype = 'advisory'
         AND granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND (classid::bigint << 32) | objid::bigint = ?
         AND objsubid = 1
      """;

  private final Connection connection;

  MigrationLock(Connection connection) {
    this.connection = connection;
  }

  /**
   * Polls, because a statement that waits holds a snapshot, and CREATE INDEX CONCURRENTLY in the
   * other migrator would wait for the end of that.
   */
  void acquire(Duration wait, WaitListener listener) throws SQLException {
    if (isTaken()) {
      return;
    }
    Patience patience = new Patience(wait);
    listener.waitingFor(holder());
    while (!isTaken()) {
      if (patience.isOver()) {
        throw expired(wait, holder());
      }
      patience.pause();
    }
  }

  private boolean isTaken() throws SQLException {
    int backend = DirectConnection.announcedBackend(connection);
    Object taken = Query.value(connection, TRY, backend, NUMBER);
    if (taken == null) {
      throw new PoolerException(Address.of(connection));
    }
    return taken.equals(true);
  }

  void release() throws SQLException {
    Query.value(connection, "SELECT pg_advisory_unlock(?)", NUMBER);
  }

  private String holder() throws SQLException {
    Object holder = Query.value(connection, HOLDER, NUMBER);
    return holder == null ? "a process that has just ended" : holder.toString();
  }

  private static WaitExpiredException expired(Duration wait, String holder) {
    return new WaitExpiredException(
        """
        Another migrator is still at work on this database after %s s: %s. Nothing was changed.
          Next: wait for it and run the command again, or give this one more time to wait; \
        pg_stat_activity says what that process is doing."""
            .formatted(wait.toMillis() / 1000.0, holder),
        null);
  }
}
