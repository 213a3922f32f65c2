package io.speechtotext.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the Python service's people went through by hand after each change of its migrations, in
 * their order, on one database. The list's last two lines, that it works in a container and that
 * the start script migrates, are {@code DockerEntrypointTest} and {@code .ci/legs/containers}.
 */
@ExtendWith(ThrowawayPostgresExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class AlembicChecklistTest {

  private final ThrowawayDatabase database;
  private final Terminal terminal;

  AlembicChecklistTest(ThrowawayPostgres server, @TempDir Path migrations) {
    database = server.createDatabase();
    terminal = new Terminal(database, new SixVersions(migrations));
  }

  @AfterAll
  void dropDatabase() {
    database.close();
  }

  @Test
  @Order(1)
  void upgradeFromNothingSucceeds() {
    assertThat(terminal.run("db up")).hasSize(6).allMatch(line -> line.contains(": applied in "));
  }

  @Test
  @Order(2)
  void fourTablesExist() throws SQLException {
    assertThat(tables()).containsExactly("api_keys", "feedback", "jobs", "lexicon_terms");
  }

  @Test
  @Order(3)
  void foreignKeysSetNullAndCascadeOnRows() throws SQLException {
    terminal.query("INSERT INTO api_keys (id, name, key_hash) VALUES (1, 'k', 'h')");
    terminal.query(
        "INSERT INTO jobs (id, job_id, status, api_key_id) VALUES (1, 'j', 'pending', 1)");
    terminal.query(
        "INSERT INTO feedback (job_id, original_text, corrected_text) VALUES (1, 'a', 'b')");
    terminal.query("DELETE FROM api_keys");
    assertThat(terminal.query("SELECT api_key_id FROM jobs")).containsExactly("null");
    terminal.query("DELETE FROM jobs");
    assertThat(terminal.query("SELECT count(*) FROM feedback")).containsExactly("0");
  }

  @Test
  @Order(4)
  void everyIndexOfEveryRevisionExists() {
    // Compared with the snapshot, which a test in schema compares with all six revisions.
    assertThat(terminal.run("db check --exact"))
        .containsExactly("The database is what this release was built for.");
  }

  @Test
  @Order(5)
  void downgradeToBase() {
    assertThat(terminal.run("db down --to base"))
        .hasSize(6)
        .allMatch(it -> it.contains(": undone"));
  }

  @Test
  @Order(6)
  void allTablesGone() throws SQLException {
    assertThat(tables()).isEmpty();
  }

  @Test
  @Order(7)
  void upgradeAgain() throws SQLException {
    upgradeFromNothingSucceeds();
    fourTablesExist();
  }

  private List<String> tables() throws SQLException {
    return terminal.query(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            + " AND tablename <> 'flyway_schema_history' ORDER BY 1");
  }
}
