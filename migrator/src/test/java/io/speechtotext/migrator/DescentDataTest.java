package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.migrator.guard.UndoneCopy;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ThrowawayPostgresExtension.class)
class DescentDataTest {

  private final Project project;

  DescentDataTest(ThrowawayPostgres server, @TempDir Path path) {
    this.project = Project.on(server, path);
  }

  @BeforeEach
  void goUp() throws IOException {
    write("1", "CREATE TABLE t (n int PRIMARY KEY);", "DROP TABLE t;");
    write("2", "ALTER TABLE t ADD COLUMN m text DEFAULT 'x';", "ALTER TABLE t DROP COLUMN m;");
    write("3", "CREATE TABLE u (n int);", "DROP TABLE u;");
    project.up();
  }

  @AfterEach
  void dropDatabase() {
    project.close();
  }

  @Test
  void undoesWhatLosesNothing() throws Exception {
    project.execute("INSERT INTO t VALUES (1), (2)");
    assertThat(project.migrator().down(2, DataLoss.REFUSE).undone()).hasSize(2);
    assertThat(project.query("SELECT to_regnamespace('undone')")).isNull();
  }

  @Test
  void refusesAllStepsWhenOneWouldLoseData() throws Exception {
    project.execute("INSERT INTO t VALUES (1, 'kept'), (2, 'x')");
    assertThatExceptionOfType(DataLossException.class)
        .isThrownBy(() -> project.migrator().downTo("base", DataLoss.REFUSE))
        .withMessageContaining("version 2: column t.m: 1 row(s)")
        .withMessageContaining("version 1: table t: 2 row(s)")
        .withMessageContaining("--lose-data")
        .satisfies(
            e ->
                assertThat(e.losses())
                    .containsExactly(
                        new LostRows(Version.of("2"), "t", "m", 1),
                        new LostRows(Version.of("1"), "t", null, 2)));
    assertThat(project.query("SELECT count(*) FROM flyway_schema_history")).isEqualTo("3");
    assertThat(project.query("SELECT to_regclass('u')")).isEqualTo("u");
  }

  @Test
  void copiesWhatItDropsWhenItMayLoseIt() throws Exception {
    project.execute("INSERT INTO t VALUES (1, 'kept'), (2, 'x')");
    UndoRun run = project.migrator().downTo("base", DataLoss.COPY);
    assertThat(run.undone()).hasSize(3);
    assertThat(run.undone().get(0).copies()).isEmpty();
    UndoneCopy column = run.undone().get(1).copies().get(0);
    assertThat(column.name()).startsWith("v2_t_");
    assertThat(column.table()).isEqualTo("t");
    assertThat(column.rows()).isEqualTo(1);
    assertThat(project.query("SELECT n || m FROM undone." + column.name())).isEqualTo("1kept");
    UndoneCopy table = run.undone().get(2).copies().get(0);
    assertThat(project.query("SELECT count(*) FROM undone." + table.name())).isEqualTo("2");
    assertThat(project.up().applied()).hasSize(3);
  }

  @Test
  void losesDataWithoutACopyWhenTold() throws Exception {
    project.execute("INSERT INTO t VALUES (1, 'lost'); INSERT INTO u VALUES (1)");
    assertThat(project.migrator().downTo("base", DataLoss.DISCARD).undone()).hasSize(3);
    assertThat(project.query("SELECT to_regnamespace('undone')")).isNull();
  }

  @Test
  void takesBackTheCopyOfAnUndoThatFails() throws Exception {
    write("4", "CREATE TABLE v (n int);", "DROP TABLE v; SELECT nothing;");
    project.up();
    project.execute("INSERT INTO v VALUES (1)");
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(() -> project.migrator().down(1, DataLoss.COPY));
    assertThat(project.query("SELECT to_regnamespace('undone')")).isNull();
  }

  @Test
  void countsUnderTheLockWhateverTheDatabasesIsolation() throws Exception {
    project.execute(
        "ALTER DATABASE %s SET default_transaction_isolation TO 'serializable'"
            .formatted(project.database().name()));
    try (OpenTransaction other = OpenTransaction.on(project)) {
      other.execute("INSERT INTO u VALUES (1)");
      Migrator migrator =
          project.migrator(
              MigratorSettings.defaults().withLocks(Duration.ofMillis(50), 2),
              other.committingWhenALockIsMissed());
      assertThatExceptionOfType(DataLossException.class)
          .isThrownBy(() -> migrator.down(1, DataLoss.REFUSE))
          .satisfies(
              e ->
                  assertThat(e.losses())
                      .isEqualTo(List.of(new LostRows(Version.of("3"), "u", null, 1))));
    }
    assertThat(project.query("SELECT to_regclass('u')")).isEqualTo("u");
  }

  private void write(String version, String up, String undo) throws IOException {
    project
        .file("V" + version + "__step_" + version + ".sql", up)
        .file("U" + version + "__step_" + version + ".sql", undo);
  }
}
