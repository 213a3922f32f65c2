package io.speechtotext.migrator.adopt;

import io.speechtotext.migrator.AdoptionRefusedException;
import io.speechtotext.migrator.session.LockRetry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where Alembic says that a database is.
 *
 * @param exists whether there is its table
 * @param revision the table's row; null when there is none
 */
record AlembicVersion(boolean exists, @Nullable String revision) {

  private static final String TABLE =
      """
      SELECT format('%I.%I', nspname, relname)
      FROM pg_class
      JOIN pg_namespace ON pg_namespace.oid = relnamespace
      WHERE nspname = current_schema() AND relname = 'alembic_version' AND relkind IN ('r', 'p')
      """;

  /**
   * Reads it, and keeps Alembic from moving on until the open transaction ends.
   *
   * @throws AdoptionRefusedException when it names several
   * @throws SQLException when Alembic is at work just now, see {@link LockRetry#isAboutALock}
   */
  static AlembicVersion lock(Connection connection) throws SQLException {
    List<String> tables = texts(connection, TABLE);
    if (tables.isEmpty()) {
      return new AlembicVersion(false, null);
    }
    String table = tables.get(0);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE " + table + " IN SHARE MODE");
    }
    List<String> revisions =
        texts(connection, "SELECT version_num FROM " + table + " ORDER BY version_num");
    if (revisions.size() > 1) {
      throw Refusals.severalHeads(revisions);
    }
    return new AlembicVersion(true, revisions.isEmpty() ? null : revisions.get(0));
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }
}
