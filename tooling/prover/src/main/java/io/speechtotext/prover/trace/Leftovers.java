package io.speechtotext.prover.trace;

import java.sql.Connection;
import java.sql.SQLException;

/** What a script left open in its session. */
final class Leftovers {

  private Leftovers() {}

  /** Rolls it back, and leaves auto-commit on; a script may have ended the session itself. */
  static void rollBack(Connection connection) throws SQLException {
    if (!connection.isClosed()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
