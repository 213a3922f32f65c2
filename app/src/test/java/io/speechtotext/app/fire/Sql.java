package io.speechtotext.app.fire;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Somebody with all rights and a session of their own, who is never cut. */
final class Sql implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Connection connection;

  Sql(ThrowawayDatabase database) {
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
  String value(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
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

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
