package io.speechtotext.throwaway;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions for statements about databases, each kept for the next one: a new session costs the
 * server a process, and half the time of the statement. Thread-safe.
 */
final class AdminSessions implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AdminSessions.class);

  private final DataSource dataSource;
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

  AdminSessions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  void execute(String sql) throws SQLException {
    Connection connection = take();
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      close(connection);
      throw e;
    }
    idle.push(connection);
  }

  private Connection take() throws SQLException {
    for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
      // The server may have been started anew since.
      if (kept.isValid(1)) {
        return kept;
      }
      close(kept);
    }
    return dataSource.getConnection();
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // Nothing depends on it any more.
      log.debug("Could not close a session", e);
    }
  }

  @Override
  public void close() {
    for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
      close(kept);
    }
  }
}
