package io.speechtotext.prover.catalog;

import io.speechtotext.migrator.snapshot.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The canonical text of all schemas that a catalog knows: a migrator's snapshot of each. */
public final class SchemaText {

  private SchemaText() {}

  /** Reads it on a connection in auto-commit mode, whose search path it leaves as it was. */
  public static String of(Connection connection, Catalog catalog) throws SQLException {
    if (catalog.schemas().equals(List.of("public"))) {
      return Snapshot.of(connection).text();
    }
    StringBuilder text = new StringBuilder();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String schema : catalog.schemas()) {
        statement.execute("SET LOCAL search_path = " + SqlName.quoted(schema));
        text.append("schema ").append(schema).append('\n');
        text.append(Snapshot.of(connection).text()).append('\n');
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    return text.toString();
  }
}
