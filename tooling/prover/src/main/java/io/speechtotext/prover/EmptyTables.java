package io.speechtotext.prover;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/** Takes all rows out of a database. */
final class EmptyTables {

  private EmptyTables() {}

  static void in(Connection connection, Catalog catalog) throws SQLException {
    if (catalog.tables().isEmpty()) {
      return;
    }
    String names = catalog.tables().stream().map(Table::sqlName).collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement()) {
      // Tables to which rows may only be added have triggers that refuse this.
      statement.execute("SET session_replication_role = replica");
      statement.execute("TRUNCATE " + names);
      statement.execute("RESET session_replication_role");
    }
  }
}
