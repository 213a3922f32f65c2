package io.speechtotext.prover.trace;

import io.speechtotext.migrator.script.SqlStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/**
 * How long each statement of a script may work: as long as its session allowed at first, for many a
 * script lifts that limit, such as each that pg_dump wrote. Not thread-safe.
 */
final class Deadline implements AutoCloseable {

  // For the server to act first, where it still may, and for a cancellation that was caught.
  private static final long MARGIN_MILLIS = 1000;

  private final Connection connection;
  private final long limitMillis;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Deadline::daemon);

  private Deadline(Connection connection, long limitMillis) {
    this.connection = connection;
    this.limitMillis = limitMillis;
  }

  /** The limit that a session has now; none for one without. */
  static Deadline of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT setting::bigint FROM pg_catalog.pg_settings WHERE name = 'statement_timeout'")) {
      row.next();
      return new Deadline(connection, row.getLong(1));
    }
  }

  /** Sends a statement to that session, and cancels it when its time is over. */
  void send(SqlStatement statement) throws SQLException {
    if (limitMillis == 0) {
      StatementSender.send(connection, statement);
      return;
    }
    Alarm alarm = new Alarm();
    ScheduledFuture<?> ringing =
        timer.scheduleWithFixedDelay(
            alarm, limitMillis + MARGIN_MILLIS, MARGIN_MILLIS, TimeUnit.MILLISECONDS);
    try {
      StatementSender.send(connection, statement);
    } finally {
      ringing.cancel(false);
      alarm.turnOff();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "statement-deadline");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** Never hits the statement after the one that it was set for. */
  private final class Alarm implements Runnable {

    private boolean isOff;

    @Override
    public synchronized void run() {
      if (!isOff) {
        try {
          connection.unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException e) {
          // The session is gone, and the statement with it; or else the next ring may get through.
          isOff = isClosed();
        }
      }
    }

    synchronized void turnOff() {
      isOff = true;
    }

    private boolean isClosed() {
      try {
        return connection.isClosed();
      } catch (SQLException e) {
        return true;
      }
    }
  }
}
