package io.speechtotext.app.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** The thread that listens, and its connection. */
final class Listener implements Runnable {

  /** By when a server that is there has answered. */
  static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  /** After so long without a word the server is asked whether it is still there. */
  static final Duration SILENCE = Duration.ofSeconds(30);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final DataSource connections;
  private final String channel;
  private final Generation generation;
  private final Duration silence;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Connection current;
  private boolean isClosed;
  private volatile boolean isListening;

  Listener(DataSource connections, String channel, Generation generation, Duration silence) {
    this.connections = connections;
    this.channel = channel;
    this.generation = generation;
    this.silence = silence;
    this.thread = new Thread(this, "listens to " + channel);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  boolean isListening() {
    return isListening;
  }

  @Override
  public void run() {
    try {
      Duration pause = FIRST_PAUSE;
      do {
        pause = listen() ? FIRST_PAUSE : longer(pause);
      } while (!generation.awaitEnd(pause));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // Whoever waits does without meanwhile: that a connection is lost is no failure of theirs.
  private boolean listen() {
    boolean wasListening = false;
    try (Connection connection = connections.getConnection()) {
      if (keep(connection)) {
        execute(connection, "LISTEN \"" + channel.replace("\"", "\"\"") + '"');
        isListening = true;
        wasListening = true;
        // Something may have been said before.
        generation.advance();
        hear(connection);
      }
    } catch (SQLException e) {
      return wasListening;
    } finally {
      isListening = false;
    }
    return wasListening;
  }

  private void hear(Connection connection) throws SQLException {
    PGConnection session = connection.unwrap(PGConnection.class);
    while (!connection.isClosed()) {
      PGNotification[] heard = session.getNotifications((int) silence.toMillis());
      if (heard != null && heard.length > 0) {
        generation.advance();
      } else {
        execute(connection, "SELECT 1");
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  // False when it was closed while the connection was being made.
  private boolean keep(Connection connection) {
    lock.lock();
    try {
      current = connection;
      return !isClosed;
    } finally {
      lock.unlock();
    }
  }

  /** Cuts the connection: its thread is reading from it, and would hold up a polite end. */
  void close() {
    lock.lock();
    try {
      isClosed = true;
      if (current != null) {
        current.abort(Runnable::run);
      }
    } catch (SQLException e) {
      throw Refusals.translate(e, Exposure.NONE);
    } finally {
      lock.unlock();
    }
  }
}
