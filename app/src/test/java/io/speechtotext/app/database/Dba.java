package io.speechtotext.app.database;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Somebody with all rights and a session of their own. */
final class Dba implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Connection connection;

  Dba(ThrowawayDatabase database) {
    try {
      connection = database.connect();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The first column of the first row, as text. */
  @Nullable String value(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until a query gives true. */
  void awaits(String sql) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!"t".equals(value(sql))) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not true within " + LIMIT + ": " + sql);
      }
      Thread.onSpinWait();
    }
  }

  /** Waits until somebody runs a statement that holds {@code text}, and ends their session. */
  void kills(String text) {
    awaits(
        """
        SELECT bool_or(pg_terminate_backend(pid)) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND state = 'active' AND position('%s' in query) > 0"""
            .formatted(text));
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
