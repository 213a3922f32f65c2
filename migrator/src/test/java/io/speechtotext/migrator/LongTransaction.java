package io.speechtotext.migrator;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A transaction that has done something, holds its locks, and does not end by itself. */
record LongTransaction(Connection connection) implements AutoCloseable {

  static LongTransaction in(ThrowawayDatabase database, String sql) throws SQLException {
    Connection connection = database.connect();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return new LongTransaction(connection);
  }

  boolean isOpen() throws SQLException {
    return !connection.isClosed();
  }

  void end() throws SQLException {
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
