package io.speechtotext.prover;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/** Takes all rows out of a database. */
final class EmptyTables {

  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private EmptyTables() {}

  static void in(Connection connection, Catalog catalog) throws SQLException {
    if (catalog.tables().isEmpty()) {
      return;
    }
    String names = catalog.tables().stream().map(Table::sqlName).collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement()) {
      boolean silenced = silencesTriggers(statement);
      statement.execute("TRUNCATE " + names);
      if (silenced) {
        statement.execute("RESET session_replication_role");
      }
    }
  }

  // Tables to which rows may only be added have triggers that refuse to be emptied. Who is no
  // superuser has to take his chance with them.
  private static boolean silencesTriggers(Statement statement) throws SQLException {
    try {
      statement.execute("SET session_replication_role = replica");
      return true;
    } catch (SQLException e) {
      if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }
}
