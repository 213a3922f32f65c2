package io.speechtotext.throwaway.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/** A server is ready when it answers {@code SELECT 1} over JDBC; nothing less tells. */
public final class Readiness {

  private Readiness() {}

  /** What passes between two tries; ends the wait by throwing when trying on makes no sense. */
  @FunctionalInterface
  public interface Pause<E extends Exception> {

    /** Waits for a moment. */
    void pause() throws E;
  }

  /**
   * Asks until the server answers.
   *
   * @return the server's major version
   * @throws TimeoutException when it does not answer within {@code limit}; the cause says why not
   * @throws E when {@code pause} gives up
   */
  public static <E extends Exception> int await(DataSource server, Duration limit, Pause<E> pause)
      throws TimeoutException, E {
    Instant deadline = Instant.now().plus(limit);
    while (true) {
      try {
        return ask(server);
      } catch (SQLException e) {
        if (Instant.now().isAfter(deadline)) {
          throw withCause(new TimeoutException("no answer within " + limit.toSeconds() + " s"), e);
        }
      }
      pause.pause();
    }
  }

  /**
   * Asks once.
   *
   * @return the server's major version
   */
  public static int ask(DataSource server) throws SQLException {
    try (Connection connection = server.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT 1")) {
      row.next();
      return connection.getMetaData().getDatabaseMajorVersion();
    }
  }

  private static TimeoutException withCause(TimeoutException timeout, Exception cause) {
    timeout.initCause(cause);
    return timeout;
  }
}
