package io.speechtotext.prover.trace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A session with a transaction that has written to tables and does not end. Whoever wants to shut
 * writers out, or has to wait for older transactions, waits for it, and can be seen doing so.
 */
final class OldWriter implements AutoCloseable {

  private final Connection connection;
  private final int processId;

  OldWriter(Sessions sessions) throws SQLException {
    connection = sessions.open();
    try {
      connection.setAutoCommit(false);
      processId = ProcessId.of(connection);
      connection.rollback();
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  int processId() {
    return processId;
  }

  /** Locks those of the tables that there are, as a writer does. */
  void hold(Collection<Long> tables) throws SQLException {
    String names = names(tables);
    // The catalog was read in a transaction of its own: nobody shall wait for that.
    connection.rollback();
    if (names != null) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("LOCK TABLE " + names + " IN ROW EXCLUSIVE MODE");
      }
    }
  }

  /** Ends the transaction. */
  void letGo() throws SQLException {
    connection.rollback();
  }

  private @Nullable String names(Collection<Long> tables) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT string_agg('ONLY ' || oid::regclass, ', ' ORDER BY oid)"
                + " FROM pg_catalog.pg_class WHERE oid = ANY (?)")) {
      query.setArray(1, connection.createArrayOf("oid", tables.toArray()));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
