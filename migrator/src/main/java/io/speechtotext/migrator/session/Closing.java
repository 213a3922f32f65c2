package io.speechtotext.migrator.session;

import java.sql.Connection;
import java.sql.SQLException;

/** Closes a connection that cannot be used. */
final class Closing {

  private Closing() {}

  static <T extends RuntimeException> T after(T failure, Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }
}
