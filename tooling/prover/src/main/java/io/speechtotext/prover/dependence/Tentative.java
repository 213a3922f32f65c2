package io.speechtotext.prover.dependence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.postgresql.util.PSQLException;

/** Statements that a server may refuse, and that are then as if they had not been. */
final class Tentative {

  private final Connection connection;

  /** On a connection in a transaction. */
  Tentative(Connection connection) {
    this.connection = connection;
  }

  /**
   * Writes, and keeps what was written if a query then finds rows.
   *
   * @return whether it was kept
   */
  boolean writes(String sql, String thenFinds) throws SQLException {
    Savepoint savepoint = connection.setSavepoint();
    if (isDone(sql) && finds(thenFinds)) {
      return true;
    }
    connection.rollback(savepoint);
    return false;
  }

  /** Whether a query finds rows; one that the server refuses finds none. */
  boolean finds(String query) throws SQLException {
    Savepoint savepoint = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet row =
          statement.executeQuery("SELECT EXISTS (SELECT FROM (%s) AS found)".formatted(query))) {
        row.next();
        return row.getBoolean(1);
      }
    } catch (PSQLException e) {
      undo(savepoint, e);
      return false;
    }
  }

  private boolean isDone(String sql) throws SQLException {
    Savepoint savepoint = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      return statement.executeUpdate(sql) > 0;
    } catch (PSQLException e) {
      undo(savepoint, e);
      return false;
    }
  }

  private void undo(Savepoint savepoint, PSQLException refusal) throws SQLException {
    if (refusal.getServerErrorMessage() == null) {
      throw refusal; // the connection is at fault
    }
    connection.rollback(savepoint);
  }
}
