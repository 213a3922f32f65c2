package io.speechtotext.migrator.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * As whom a session acts, and where it finds names: a script may change both, and what follows it
 * must not notice.
 *
 * @param role {@code none} when it is the one that logged in
 */
public record SessionPath(String role, String searchPath) {

  /** What is set now. */
  public static SessionPath of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT current_setting('role'), current_setting('search_path')")) {
      row.next();
      return new SessionPath(row.getString(1), row.getString(2));
    }
  }

  /** Sets it again after a failure, which is what counts. */
  public <T extends RuntimeException> T restoreAfter(T failure, Connection connection) {
    try {
      restore(connection);
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  /** Sets it again. */
  public void restore(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT set_config('role', ?, false), set_config('search_path', ?, false)")) {
      statement.setString(1, role);
      statement.setString(2, searchPath);
      statement.execute();
    }
  }
}
