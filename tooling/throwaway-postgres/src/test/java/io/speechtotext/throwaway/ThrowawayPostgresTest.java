package io.speechtotext.throwaway;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every rung promises; run on whichever rung the build stands on. */
@ExtendWith(ThrowawayPostgresExtension.class)
class ThrowawayPostgresTest {

  @Test
  void aNewDatabaseIsEmptyAndOrdersByByteWhateverTheMachinesLocale(ThrowawayPostgres server)
      throws SQLException {
    try (ThrowawayDatabase database = server.createDatabase()) {
      assertThat(query(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
          .isEqualTo("0");
      assertThat(query(database, "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(
              query(
                  database,
                  "SELECT string_agg(c, '' ORDER BY c) FROM unnest('{b,B,a,ä}'::text[]) c"))
          .isEqualTo("Babä");
    }
  }

  @Test
  void aCloneHoldsWhatItsTemplateHeldAndGoesItsOwnWay(ThrowawayPostgres server)
      throws SQLException {
    try (ThrowawayDatabase template = server.createDatabase()) {
      execute(template, "CREATE TABLE t AS SELECT 1 AS n");
      try (ThrowawayDatabase clone = server.createDatabaseFrom(template)) {
        execute(clone, "INSERT INTO t VALUES (2)");
        assertThat(query(clone, "SELECT count(*) FROM t")).isEqualTo("2");
      }
      assertThat(query(template, "SELECT count(*) FROM t")).isEqualTo("1");
    }
  }

  @Test
  void aCloneHasItsTemplatesSettings(ThrowawayPostgres server) throws SQLException {
    try (ThrowawayDatabase template = server.createDatabase()) {
      String alter = "ALTER DATABASE " + template + " SET ";
      execute(template, alter + "search_path = \"Odd, name\", public");
      execute(template, alter + "app.tenant = 'it''s = one'");
      execute(template, alter + "session_preload_libraries = plpgsql");
      execute(
          template, "ALTER ROLE CURRENT_USER IN DATABASE " + template + " SET work_mem = '5MB'");
      try (ThrowawayDatabase clone = server.createDatabaseFrom(template)) {
        assertThat(query(clone, "SHOW search_path")).isEqualTo("\"Odd, name\", public");
        assertThat(query(clone, "SHOW app.tenant")).isEqualTo("it's = one");
        assertThat(query(clone, "SHOW work_mem")).isEqualTo("5MB");
      }
    }
  }

  @Test
  void aDatabaseIsDroppedEvenWhileSomebodyIsConnected(ThrowawayPostgres server)
      throws SQLException {
    ThrowawayDatabase database = server.createDatabase();
    try (Connection stillOpen = database.connect()) {
      database.close();
      assertThat(stillOpen.isValid(1)).isFalse();
    }
    try (ThrowawayDatabase other = server.createDatabase()) {
      assertThat(
              query(other, "SELECT count(*) FROM pg_database WHERE datname = '" + database + "'"))
          .isEqualTo("0");
    }
  }

  @Test
  void commitsAreSynchronousAsInProduction(ThrowawayPostgres server) throws SQLException {
    try (ThrowawayDatabase database = server.createDatabase()) {
      assertThat(query(database, "SHOW synchronous_commit")).isEqualTo("on");
    }
  }

  private static String query(ThrowawayDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void execute(ThrowawayDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
