package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ThrowawayPostgresExtension.class)
class DescentLockTest {

  private static final MigratorSettings IMPATIENT =
      MigratorSettings.defaults().withLocks(Duration.ofMillis(50), 2);

  private final Project project;

  DescentLockTest(ThrowawayPostgres server, @TempDir Path path) {
    this.project = Project.on(server, path);
  }

  @AfterEach
  void dropDatabase() {
    project.close();
  }

  @Test
  void triesAgainUntilItsLockCanBeHad() throws Exception {
    write("CREATE TABLE t (n int);", "CREATE TABLE left_over (); DROP TABLE left_over, t;");
    project.up();
    try (OpenTransaction other = OpenTransaction.on(project)) {
      other.execute("SELECT * FROM t");
      UndoRun run =
          project
              .migrator(IMPATIENT, other.committingWhenALockIsMissed())
              .down(1, DataLoss.DISCARD);
      assertThat(run.undone()).hasSize(1);
    }
  }

  @Test
  void givesUpAfterItsTriesWithEverythingAsItWas() throws Exception {
    write("CREATE TABLE t (n int);", "CREATE TABLE left_over ();\nDROP TABLE t;");
    project.up();
    try (OpenTransaction other = OpenTransaction.on(project)) {
      other.execute("SELECT * FROM t");
      assertThatExceptionOfType(MigrationFailedException.class)
          .isThrownBy(() -> project.migrator(IMPATIENT).down(1, DataLoss.DISCARD))
          .withMessageContaining("U1__step.sql, line 2")
          .withMessageContaining("could not get its lock in any of its tries");
      assertThatExceptionOfType(MigrationFailedException.class)
          .isThrownBy(() -> project.migrator(IMPATIENT).down(1, DataLoss.REFUSE))
          .withMessageContaining("U1__step.sql")
          .satisfies(e -> assertThat(e.sqlState()).isEqualTo("55P03"));
    }
    assertThat(project.query("SELECT to_regclass('left_over')")).isNull();
  }

  @Test
  void sendsWhatCannotRunInATransactionStatementByStatement() throws Exception {
    write(
        "CREATE TABLE t (n int); CREATE INDEX i ON t (n); CREATE INDEX j ON t (n);",
        "DROP INDEX CONCURRENTLY IF EXISTS i;\nDROP INDEX CONCURRENTLY IF EXISTS j;");
    project.up();
    assertThat(project.migrator().down(1, DataLoss.REFUSE).undone()).hasSize(1);
    assertThat(project.query("SELECT count(*) FROM pg_indexes WHERE tablename = 't'"))
        .isEqualTo("0");
    assertThat(project.query("SELECT string_agg(type, ',') FROM flyway_schema_history"))
        .isEqualTo("SQL,DELETE");
  }

  @Test
  void canRepeatAnUndoThatFailedOutsideATransaction() throws Exception {
    write(
        "CREATE TABLE t (n int); CREATE INDEX i ON t (n);",
        "DROP INDEX CONCURRENTLY IF EXISTS i; SELECT 1 FROM missing; DROP TABLE t;");
    project.file("U1__step.sql.conf", "executeInTransaction=false");
    project.up();
    project.execute("INSERT INTO t VALUES (1)");
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(() -> project.migrator().down(1, DataLoss.COPY))
        .withMessageContaining("what stood before this statement has happened")
        .withMessageContaining("the version still counts as applied");
    assertThat(
            project.query("SELECT string_agg(type, ',') FROM flyway_schema_history WHERE success"))
        .isEqualTo("SQL");
    project.execute("CREATE TABLE missing ()");
    assertThat(project.migrator().down(1, DataLoss.COPY).undone().get(0).copies()).hasSize(1);
    assertThat(project.query("SELECT to_regclass('t')")).isNull();
  }

  private void write(String up, String undo) throws IOException {
    project.file("V1__step.sql", up).file("U1__step.sql", undo);
  }
}
