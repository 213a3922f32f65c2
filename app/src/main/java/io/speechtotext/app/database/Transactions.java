package io.speechtotext.app.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Begins and ends transactions on connections of a pool. Thread-safe. */
final class Transactions {

  private final Connections connections;
  private final Attempts attempts;
  private final Route route;
  private final Timeouts timeouts;
  private final String limits;

  Transactions(Connections connections, Route route, Timeouts timeouts, Attempts attempts) {
    this.connections = connections;
    this.attempts = attempts;
    this.route = route;
    this.timeouts = timeouts;
    this.limits = limits(timeouts.serverSettings());
  }

  // As SET LOCAL, for all of them at once.
  private static String limits(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(each -> "set_config('%s', '%s', true)".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining(", ", "SELECT ", ""));
  }

  /**
   * Runs statements that happen together or not at all.
   *
   * @param exposure what is left open when the connection is lost during the commit
   */
  <T> T run(Exposure exposure, Function<Transaction, T> statements) {
    Connection connection = connections.lend();
    Transaction transaction = new Transaction(connection, attempts, timeouts);
    try {
      begin(connection);
      T result = statements.apply(transaction);
      transaction.requireSound();
      commit(connection, exposure);
      return result;
    } catch (RuntimeException | Error e) {
      rollback(connection, e);
      throw e;
    } finally {
      transaction.end();
      connections.takeBack(connection);
    }
  }

  private void begin(Connection connection) {
    try {
      connection.setAutoCommit(false);
      if (route == Route.POOLED) {
        try (PreparedStatement setting = connection.prepareStatement(limits)) {
          setting.execute();
        }
      }
    } catch (SQLException e) {
      throw Refusals.translate(e, Exposure.NONE);
    }
  }

  private static void commit(Connection connection, Exposure exposure) {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw Refusals.translate(e, exposure);
    }
  }

  // Where the server cannot be told any more, it rolls back of itself.
  private static void rollback(Connection connection, Throwable reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(WithoutValues.of(e));
    }
  }
}
