package io.speechtotext.migrator.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Asks the server for one value. */
final class Query {

  private Query() {}

  /** The first column of the first row; null when that is NULL, or when there is no row. */
  static @Nullable Object value(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getObject(1) : null;
      }
    }
  }
}
