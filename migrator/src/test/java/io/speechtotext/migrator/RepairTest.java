package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.migrator.repair.Defect;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ThrowawayPostgresExtension.class)
class RepairTest {

  private final Project project;

  RepairTest(ThrowawayPostgres server, @TempDir Path path) {
    project = Project.on(server, path);
  }

  @BeforeEach
  void applyOne() throws IOException {
    project.pair("1", "make_it", "CREATE TABLE t (n int); INSERT INTO t VALUES (1), (1);").up();
  }

  @AfterEach
  void dropDatabase() {
    project.close();
  }

  @Test
  void hasNothingToDoWhenNothingIsWrong() throws Exception {
    project.pair("2", "pending", "SELECT 1;");
    assertThat(project.migrator().repairPlan()).isEmpty();
    assertThat(project.migrator().repair()).isEmpty();
  }

  @Test
  void hasNothingToDoBeforeTheFirstMigration() throws Exception {
    project.execute("DROP TABLE flyway_schema_history, t");
    assertThat(project.migrator().repair()).isEmpty();
    assertThat(project.query("SELECT to_regclass('flyway_schema_history')")).isNull();
  }

  @Test
  void acceptsAFileThatIsNotTheOneThatWasApplied() throws Exception {
    project.pair("1", "make_it", "CREATE TABLE t (n int); -- why\n");
    assertShownAndMended(Defect.Kind.DIFFERENT_FILE, "V1__make_it.sql is not the file that was");
    assertThat(project.up().applied()).isEmpty();
  }

  @Test
  void removesAFailedLineAndTheIndexThatItsScriptLeft() throws Exception {
    project.pair("2", "index_it", "CREATE UNIQUE INDEX CONCURRENTLY ix ON t (n);");
    assertFails();
    assertShownAndMended(
        Defect.Kind.UNFINISHED,
        "V2__index_it.sql did not end; it left a failed line in the history and index ix");
    assertThat(project.query("SELECT to_regclass('ix')")).isNull();
  }

  @Test
  void keepsAnIndexOfSomebodyElseThatAnEditedScriptWouldMake() throws Exception {
    project.pair("2", "index_it", "CREATE UNIQUE INDEX CONCURRENTLY ix_a ON t (n);");
    assertFails();
    project.pair("2", "index_it", "CREATE INDEX CONCURRENTLY ix_b ON t (n);");
    project.execute("CREATE INDEX ix_b ON t (n)");
    assertShownAndMended(
        Defect.Kind.UNFINISHED,
        "V2__index_it.sql did not end; it left a failed line in the history: that");
    assertThat(project.query("SELECT to_regclass('ix_b')")).isEqualTo("ix_b");
  }

  @Test
  void opensTheWayAfterAScriptThatCannotBeRepeated() throws Exception {
    project.pair("2", "half", "INSERT INTO t VALUES (2); SELECT 1/0;");
    project.file("V2__half.sql.conf", "executeInTransaction=false");
    assertFails();
    project.execute("DELETE FROM t WHERE n = 2");
    assertShownAndMended(Defect.Kind.UNFINISHED, "V2__half.sql did not end; it left a failed line");
    project.pair("2", "half", "INSERT INTO t VALUES (2);");
    assertThat(project.up().applied()).hasSize(1);
  }

  @Test
  void leavesAloneWhatIsMendedInTheFiles() throws Exception {
    project.pair("3", "third", "SELECT 1;").up();
    project.pair("2", "late", "SELECT 1;");
    assertThat(project.migrator().repair()).isEmpty();
    assertThatExceptionOfType(HistoryConflictException.class).isThrownBy(project::up);
  }

  private void assertFails() {
    assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(project::up);
  }

  private void assertShownAndMended(Defect.Kind kind, String text) throws IOException {
    List<Defect> plan = project.migrator().repairPlan();
    assertThat(plan)
        .singleElement()
        .satisfies(
            defect -> {
              assertThat(defect.kind()).isEqualTo(kind);
              assertThat(defect.mending()).startsWith(text);
            });
    assertThat(project.migrator().repairPlan()).isEqualTo(plan);
    assertThat(project.migrator().repair()).isEqualTo(plan);
    assertThat(project.migrator().repairPlan()).isEmpty();
  }
}
