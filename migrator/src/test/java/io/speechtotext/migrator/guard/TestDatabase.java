package io.speechtotext.migrator.guard;

import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.Version;
import io.speechtotext.migrator.script.ScriptReader;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A database of a test's own, and one connection to it. */
final class TestDatabase implements AutoCloseable {

  private final ThrowawayDatabase database;
  private final Connection connection;

  TestDatabase(ThrowawayPostgres server) throws SQLException {
    database = server.createDatabase();
    connection = database.connect();
  }

  /** A name for a role, which the whole server shares. */
  String roleName(String prefix) {
    String database = this.database.name();
    return prefix + database.substring(database.length() - 16);
  }

  DataSource dataSource() {
    return database.dataSource();
  }

  /** Leaves the transactions that begin from now on open. */
  void stayInTransaction() throws SQLException {
    connection.setAutoCommit(false);
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /** The rows, columns parted by a bar. */
  List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(found.getString(i)));
        }
        rows.add(String.join("|", row));
      }
    }
    return rows;
  }

  /** What the undo of version 7 drops. */
  static UndoDrops drops(String sql) {
    Script script = new Script("U7__a.sql", sql, null);
    return new UndoDrops(
        Version.of("7"), DropReader.dropsOf(new ScriptReader(Map.of()).read(script)));
  }

  @Override
  public void close() throws SQLException {
    try (database) {
      connection.close();
    }
  }
}
