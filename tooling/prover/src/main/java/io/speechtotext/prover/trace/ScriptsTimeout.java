package io.speechtotext.prover.trace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The statement timeout that a script has set in its session. It is for the script's statements,
 * and not for what is asked between them, which takes as long as the catalog is big.
 *
 * @param value as the server writes it
 */
record ScriptsTimeout(String value) {

  // In a transaction it lasts no longer than what the script set, and a SET of its own is kept
  // beneath; outside one there is nothing beneath.
  private static final String LIFT =
      "SELECT pg_catalog.current_setting('statement_timeout'),"
          + " pg_catalog.set_config('statement_timeout', '0', ?)";
  private static final String RESTORE = "SELECT pg_catalog.set_config('statement_timeout', ?, ?)";

  /** Has the session's queries take their time until {@link #restore}. */
  static ScriptsTimeout lift(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LIFT)) {
      statement.setBoolean(1, !connection.getAutoCommit());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new ScriptsTimeout(row.getString(1));
      }
    }
  }

  void restore(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RESTORE)) {
      statement.setString(1, value);
      statement.setBoolean(2, !connection.getAutoCommit());
      statement.execute();
    }
  }
}
