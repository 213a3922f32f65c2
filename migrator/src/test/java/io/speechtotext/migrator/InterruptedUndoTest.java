package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** DROP INDEX CONCURRENTLY does not reach its end. */
@ExtendWith(ThrowawayPostgresExtension.class)
class InterruptedUndoTest {

  private static final String STATE =
      "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('ix')";
  private static final String CANCEL =
      "SELECT pg_cancel_backend(pid) FROM pg_stat_activity"
          + " WHERE datname = current_database() AND query LIKE 'DROP INDEX CONCURRENTLY%'";

  private final Project project;
  private final List<String> mended = new ArrayList<>();

  InterruptedUndoTest(ThrowawayPostgres server, @TempDir Path path) {
    project = Project.on(server, path);
  }

  @BeforeEach
  void interrupt() throws Exception {
    project.pair("1", "make_it", "CREATE TABLE t (n int);");
    project.pair("2", "index_it", "CREATE INDEX CONCURRENTLY ix ON t (n);");
    project.file("U2__index_it.sql", "DROP INDEX CONCURRENTLY IF EXISTS ix;").up();
    try (LongTransaction writer =
        LongTransaction.in(project.database(), "INSERT INTO t VALUES (1)")) {
      CompletableFuture<UndoRun> run =
          CompletableFuture.supplyAsync(() -> project.migrator().down(1, DataLoss.REFUSE));
      Until.isTrue(() -> "f".equals(project.query(STATE)));
      project.query(CANCEL);
      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(run::join)
          .withCauseInstanceOf(MigrationFailedException.class)
          .withMessageContaining("U2__index_it.sql, line 1");
      assertThat(writer.isOpen()).isTrue();
    }
    assertThat(project.query(STATE)).isEqualTo("f");
  }

  @AfterEach
  void dropDatabase() {
    project.close();
  }

  @Test
  void isFinishedByTheNextWayUpWhichThenAppliesTheMigrationAgain() throws Exception {
    MigrationRun run = migrator().up();
    assertThat(mended)
        .containsExactly("U2__index_it.sql did not end; it was run again, and V2 is undone");
    assertThat(run.applied())
        .extracting(AppliedMigration::version)
        .containsExactly(Version.of("2"));
    assertThat(project.query(STATE)).isEqualTo("t");
    assertThat(project.up().applied()).isEmpty();
  }

  @Test
  void isFinishedByTheNextWayDownAsTheStepThatItIs() throws Exception {
    UndoRun run = migrator().down(1, DataLoss.REFUSE);
    assertThat(run.version()).isEqualTo(Version.of("1"));
    assertThat(project.query(STATE)).isNull();
    assertThat(project.query("SELECT count(*) FROM flyway_schema_history")).isEqualTo("3");
    assertThat(project.up().applied()).hasSize(1);
  }

  @Test
  void ofAScriptThatMakesAnIndexIsRepeatedWithoutTheInvalidOne() throws Exception {
    migrator().up();
    project.pair("3", "drop_it", "DROP INDEX CONCURRENTLY IF EXISTS ix;");
    project.file("U3__drop_it.sql", "CREATE UNIQUE INDEX CONCURRENTLY ix ON t (n);").up();
    project.execute("INSERT INTO t VALUES (1), (1)");
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(() -> migrator().down(1, DataLoss.REFUSE))
        .withMessageContaining("could not create unique index");
    assertThat(project.query(STATE)).isEqualTo("f");
    project.execute("DELETE FROM t");
    mended.clear();
    assertThat(migrator().down(1, DataLoss.REFUSE).version()).isEqualTo(Version.of("2"));
    assertThat(mended).containsExactly("U3__drop_it.sql did not end; it left index ix");
    assertThat(project.query(STATE)).isEqualTo("t");
  }

  private Migrator migrator() {
    MigrationProgress progress =
        new MigrationProgress() {
          @Override
          public void mended(String what) {
            mended.add(what);
          }
        };
    return project.migrator(MigratorSettings.defaults(), progress);
  }
}
