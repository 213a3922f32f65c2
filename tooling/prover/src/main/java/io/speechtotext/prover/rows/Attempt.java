package io.speechtotext.prover.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/** Something that the server may refuse: all of it, or nothing, is left in the transaction. */
final class Attempt implements AutoCloseable {

  private static final String STATEMENT_TIMEOUT = "57014";

  private final Connection connection;
  private final Savepoint savepoint;
  private boolean succeeded;

  Attempt(Connection connection) throws SQLException {
    this.connection = connection;
    this.savepoint = connection.setSavepoint();
  }

  /** To be called when all of it was done. */
  void succeeded() {
    succeeded = true;
  }

  @Override
  public void close() throws SQLException {
    if (!succeeded) {
      connection.rollback(savepoint);
    }
    connection.releaseSavepoint(savepoint);
  }

  /** Whether it took longer than the session allows: a part of it may take as long again. */
  static boolean isTimeout(SQLException e) {
    return STATEMENT_TIMEOUT.equals(e.getSQLState());
  }

  /** For errors that are not the server's opinion of what it was sent: it is gone. */
  static void rethrowUnlessRefused(SQLException e) throws SQLException {
    String state = e.getSQLState();
    if (state == null || state.startsWith("08")) {
      throw e;
    }
  }
}
