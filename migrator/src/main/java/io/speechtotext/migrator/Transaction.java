package io.speechtotext.migrator;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Work that happens as a whole or not at all. */
final class Transaction {

  /** What is to be done, on a connection that is known already. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  // A snapshot that is older than a lock would not see what came in before the lock was had.
  private static final String BEGIN =
      "SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE, NOT DEFERRABLE";

  private static final String CONNECTION_BROKEN = "08";
  private static final String SESSION_ENDED = "57P";

  private Transaction() {}

  /**
   * Runs it on a connection in auto-commit mode.
   *
   * @param script what is run, for the message of a failure that is about none of its statements
   */
  static <T> T run(Connection connection, Script script, Work<T> work) {
    try {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(BEGIN);
      }
      T result = work.run();
      commit(connection, script);
      connection.setAutoCommit(true);
      return result;
    } catch (SQLException e) {
      throw rolledBack(connection, failed(script, e));
    } catch (RuntimeException e) {
      throw rolledBack(connection, e);
    }
  }

  // A server that ends a session may do so after it has committed, too.
  private static void commit(Connection connection, Script script) throws SQLException {
    try {
      connection.commit();
    } catch (SQLException e) {
      String state = String.valueOf(e.getSQLState());
      if (!state.startsWith(CONNECTION_BROKEN) && !state.startsWith(SESSION_ENDED)) {
        throw e;
      }
      String message =
          """
          %s: %s (SQLSTATE %s)
            The connection was lost while this was being committed, so it is not known whether it \
          has happened as a whole or not at all. Next: ask for the status, which tells, and run \
          the command again if it has not."""
              .formatted(script.name(), e.getMessage(), state);
      throw new MigrationFailedException(message, script.name(), 0, state, e);
    }
  }

  private static RuntimeException failed(Script script, SQLException e) {
    String message =
        "%s: %s (SQLSTATE %s)\n  Everything was rolled back. Next: do what the message says, and run the command again."
            .formatted(script.name(), e.getMessage(), e.getSQLState());
    return new MigrationFailedException(message, script.name(), 0, e.getSQLState(), e);
  }

  private static RuntimeException rolledBack(Connection connection, RuntimeException failure) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }
}
