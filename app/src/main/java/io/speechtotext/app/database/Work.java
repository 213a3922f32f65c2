package io.speechtotext.app.database;

import java.sql.Connection;
import java.sql.SQLException;

/** One statement, to be run on a connection. */
@FunctionalInterface
interface Work<T> {

  /**
   * Runs it.
   *
   * @param exposure what is left open when the connection is lost meanwhile
   */
  T on(Connection connection, Exposure exposure) throws SQLException;
}
