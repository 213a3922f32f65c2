package io.speechtotext.migrator.concurrent;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Whether an index is there, and of use. */
enum IndexState {
  MISSING,
  INVALID,
  VALID;

  // The server reads the name as it reads the statement's.
  private static final String ASK =
      "SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = to_regclass(?)";

  static IndexState of(ConcurrentIndex index, Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ASK)) {
      statement.setString(1, index.name());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return MISSING;
        }
        return row.getBoolean(1) ? VALID : INVALID;
      }
    }
  }

  static void drop(String index, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP INDEX CONCURRENTLY IF EXISTS " + index);
    }
  }
}
