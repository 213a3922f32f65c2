package io.speechtotext.migrator.session;

import io.speechtotext.migrator.DatabaseUnavailableException;
import io.speechtotext.migrator.PoolerException;
import io.speechtotext.migrator.WaitExpiredException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * One connection for one command that changes something. It goes to the server itself, and holds
 * the lock that keeps other migrators out of this database until it is closed. All of the command's
 * work belongs on this connection: should the process be killed, the server keeps the lock for as
 * long as it is still busy with what the process had asked for. Not thread-safe.
 */
public final class MigrationSession implements AutoCloseable {

  /** The number of the advisory lock, for a script that takes it without this class. */
  public static final long LOCK_NUMBER = MigrationLock.NUMBER;

  private final Connection connection;

  private MigrationSession(Connection connection) {
    this.connection = connection;
  }

  /** As below, without telling anybody about the wait. */
  public static MigrationSession open(DataSource database, Duration wait) {
    return open(database, wait, holder -> {});
  }

  /**
   * Connects and waits for the lock.
   *
   * @param wait how long to wait for another migrator to finish; zero to try once
   * @param listener is told once, before the wait, that there will be one
   * @throws PoolerException when the data source leads to a connection pooler
   * @throws WaitExpiredException when another migrator was still at work after {@code wait}
   * @throws DatabaseUnavailableException when the database cannot be used
   */
  public static MigrationSession open(DataSource database, Duration wait, WaitListener listener) {
    Connection connection = DirectConnection.open(database);
    try {
      new MigrationLock(connection).acquire(wait, listener);
    } catch (SQLException e) {
      throw Closing.after(new DatabaseUnavailableException(e), connection);
    } catch (RuntimeException e) {
      throw Closing.after(e, connection);
    }
    return new MigrationSession(connection).withSettings();
  }

  private MigrationSession withSettings() {
    try {
      SessionSettings.apply(connection);
      return this;
    } catch (SQLException e) {
      throw closedAfter(new DatabaseUnavailableException(e));
    }
  }

  // A pool would lend the connection out again, and the lock with it.
  private DatabaseUnavailableException closedAfter(DatabaseUnavailableException failure) {
    try {
      close();
    } catch (DatabaseUnavailableException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  /**
   * The connection that holds the lock: in auto-commit mode, in time zone UTC. Leave it open; a
   * transaction that is still open at the end is rolled back.
   */
  public Connection connection() {
    return connection;
  }

  /**
   * From now on, ends a statement that waits longer than that for one lock: until then whoever
   * comes for the same table waits behind it.
   */
  public void limitLockWaits(Duration limit) throws SQLException {
    SessionSettings.limitLockWaits(connection, limit);
  }

  /**
   * From now on, ends a statement that takes longer than that, and lets it wait for its locks as
   * long; for statements that make nobody wait.
   */
  public void limitStatements(Duration limit) throws SQLException {
    SessionSettings.limitStatements(connection, limit);
  }

  /** Hands out {@link #connection()}, to a library that opens its own and closes it again. */
  public DataSource lent() {
    return new LentConnection(connection);
  }

  /**
   * Frees the lock and closes the connection, or gives it back to its pool with the settings that
   * it was opened with.
   *
   * @throws DatabaseUnavailableException when the connection broke before
   */
  @Override
  public void close() {
    try (connection) {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      try {
        SessionSettings.reset(connection);
      } finally {
        new MigrationLock(connection).release();
      }
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }
}
