package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ThrowawayPostgresExtension.class)
class HistoryRulesTest {

  private final Path path;
  private final Project project;

  HistoryRulesTest(ThrowawayPostgres server, @TempDir Path path) {
    this.path = path;
    this.project = Project.on(server, path);
  }

  @BeforeEach
  void applyThree() throws IOException {
    project.pair("1", "make_it", "CREATE TABLE t (n int);");
    project.pair("3", "widen_it", "ALTER TABLE t ADD m int;");
    project.pair("4", "widen_more", "ALTER TABLE t ADD o int;").up();
  }

  @AfterEach
  void dropDatabase() {
    project.close();
  }

  @Test
  void refuseAnEditedMigration() throws Exception {
    project.pair("3", "widen_it", "ALTER TABLE t ADD m bigint;");
    assertRefused(
        "V3__widen_it.sql: it was edited after it was applied",
        "restore it from version control",
        "put the change into a new migration");
  }

  @Test
  void refuseAMissingMigration() throws Exception {
    Files.delete(path.resolve("V3__widen_it.sql"));
    Files.delete(path.resolve("U3__widen_it.sql"));
    assertRefused("V3__widen_it.sql: it was applied, and is missing; bring the file back");
  }

  @Test
  void refuseAMigrationInsertedBelow() throws Exception {
    project.pair("2", "late", "SELECT 1;");
    assertRefused("V2__late.sql: its version is below one", "give it the next free version");
  }

  @Test
  void nameEveryConflictAtOnceAndNothingElse() throws Exception {
    project.pair("1", "make_it", "CREATE TABLE t ();").pair("2", "late", "SELECT 1;");
    assertThatExceptionOfType(HistoryConflictException.class)
        .isThrownBy(project::up)
        .satisfies(e -> assertThat(e.getMessage()).hasLineCount(3));
  }

  @Test
  void areKeptByAnOlderReleaseThatMeetsANewerDatabase() throws Exception {
    Files.delete(path.resolve("V4__widen_more.sql"));
    Files.delete(path.resolve("U4__widen_more.sql"));
    project.pair("1", "make_it", "CREATE TABLE t ();");
    assertThatExceptionOfType(HistoryConflictException.class)
        .isThrownBy(project::up)
        .withMessageContaining("V1__make_it.sql: it was edited");
  }

  private void assertRefused(String... said) throws IOException, SQLException {
    project.pair("5", "not_applied", "CREATE TABLE later ();");
    assertThatExceptionOfType(HistoryConflictException.class)
        .isThrownBy(project::up)
        .satisfies(e -> assertThat(e.getMessage()).contains(said).contains("nothing was changed"));
    assertThat(project.query("SELECT count(*) FROM flyway_schema_history")).isEqualTo("3");
    assertThat(project.query("SELECT to_regclass('later')")).isNull();
  }
}
