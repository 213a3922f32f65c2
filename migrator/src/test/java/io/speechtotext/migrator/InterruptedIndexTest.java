package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** CREATE INDEX CONCURRENTLY does not reach its end. */
@ExtendWith(ThrowawayPostgresExtension.class)
class InterruptedIndexTest {

  private static final String HISTORY =
      "SELECT string_agg(version || ' ' || success, ',' ORDER BY installed_rank)"
          + " FROM flyway_schema_history";
  private static final String VALID =
      "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('ix_t_n')";

  private static final String FROM_BUILDER =
      " FROM pg_stat_activity"
          + " WHERE datname = current_database() AND query LIKE 'CREATE UNIQUE INDEX%'";

  private final Project project;
  private final List<String> mended = new ArrayList<>();

  InterruptedIndexTest(ThrowawayPostgres server, @TempDir Path path) {
    project = Project.on(server, path);
  }

  @BeforeEach
  void writeMigrations() throws IOException {
    project.pair("1", "make_it", "CREATE TABLE t (n int); INSERT INTO t VALUES (1);").up();
    project.pair("2", "index_it", "CREATE UNIQUE INDEX CONCURRENTLY ix_t_n ON t (n);");
    project.pair("3", "widen_it", "ALTER TABLE t ADD m int;");
  }

  @AfterEach
  void dropDatabase() {
    project.close();
  }

  @Test
  void timedOutIsRemovedByTheNextRunWhichSaysSoAndGoesOn() throws Exception {
    MigratorSettings impatient =
        MigratorSettings.defaults().withConcurrentTimeout(Duration.ofSeconds(2));
    try (LongTransaction writer = insertRow()) {
      assertThatExceptionOfType(MigrationFailedException.class)
          .isThrownBy(() -> project.migrator(impatient).up())
          .withMessageContaining("V2__index_it.sql, line 1")
          .withMessageContaining("longer than statements outside a transaction are given")
          .withMessageContaining("run the command again");
      assertThat(writer.isOpen()).isTrue();
    }
    assertThat(project.query(VALID)).isEqualTo("f");
    assertThat(project.query(HISTORY)).isEqualTo("1 true,2 false");
    assertUpCompletes();
    assertThat(mended)
        .containsExactly(
            "V2__index_it.sql did not end; it left a failed line in the history and index ix_t_n");
  }

  @Test
  void canceledIsRemovedByTheNextRun() throws Exception {
    try (LongTransaction writer = insertRow()) {
      CompletableFuture<MigrationRun> run = CompletableFuture.supplyAsync(project::up);
      Until.isTrue(() -> "f".equals(project.query(VALID)));
      project.query("SELECT pg_cancel_backend(pid)" + FROM_BUILDER);
      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(run::join)
          .withCauseInstanceOf(MigrationFailedException.class);
      assertThat(writer.isOpen()).isTrue();
    }
    assertUpCompletes();
  }

  @Test
  void brokenByItsConnectionIsRemovedByTheNextRun() throws Exception {
    try (LongTransaction writer = insertRow()) {
      CompletableFuture<MigrationRun> run = CompletableFuture.supplyAsync(project::up);
      Until.isTrue(() -> "f".equals(project.query(VALID)));
      project.query("SELECT pg_terminate_backend(pid)" + FROM_BUILDER);
      assertThatExceptionOfType(CompletionException.class).isThrownBy(run::join);
      assertThat(writer.isOpen()).isTrue();
    }
    assertThat(project.query(HISTORY)).isEqualTo("1 true,2 false");
    assertUpCompletes();
  }

  @Test
  void failedForTheRowsThereIsRemovedByTheNextRun() throws Exception {
    project.execute("INSERT INTO t VALUES (1)");
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(project::up)
        .withMessageContaining("could not create unique index");
    project.execute("DELETE FROM t");
    assertUpCompletes();
  }

  @Test
  void finishedButNotNotedIsRemovedByTheNextRun() throws Exception {
    project.migrator().upTo("2");
    project.execute(
        "UPDATE flyway_schema_history SET success = false, execution_time = -1"
            + " WHERE version = '2'");
    assertUpCompletes();
    assertThat(mended).hasSize(1);
  }

  @Test
  void leftWithoutALineInTheHistoryIsRemovedByTheNextRun() throws Exception {
    project.execute("INSERT INTO t VALUES (1)");
    assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(project::up);
    project.execute("DELETE FROM flyway_schema_history WHERE NOT success; DELETE FROM t");
    assertUpCompletes();
    assertThat(mended).containsExactly("V2__index_it.sql did not end; it left index ix_t_n");
  }

  @Test
  void isNeverTakenForOneThatSomebodyElseMade() throws Exception {
    project.execute("CREATE INDEX ix_t_n ON t (n)");
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(project::up)
        .withMessageContaining("V2__index_it.sql, line 1: the index ix_t_n is there already")
        .withMessageContaining("Nothing was changed");
    assertThat(project.query(VALID)).isEqualTo("t");
    assertThat(project.query(HISTORY)).isEqualTo("1 true");
  }

  @Test
  @Timeout(60)
  void isNotTakenForOneThatSomebodyElseIsBuilding() throws Exception {
    try (LongTransaction writer = insertRow()) {
      CompletableFuture<Void> build =
          CompletableFuture.runAsync(
              () -> buildByHand("CREATE INDEX CONCURRENTLY ix_t_n ON t (n)"));
      Until.isTrue(() -> "f".equals(project.query(VALID)));
      assertThatExceptionOfType(MigrationFailedException.class)
          .isThrownBy(project::up)
          .withMessageContaining("V2__index_it.sql, line 1: the index ix_t_n is being built")
          .withMessageContaining("Nothing was changed");
      writer.end();
      build.join();
    }
    assertThat(project.query(VALID)).isEqualTo("t");
    assertThat(project.query(HISTORY)).isEqualTo("1 true");
  }

  @Test
  void isNotRepeatedWithStatementsThatCannotBe() throws Exception {
    project.pair("2", "index_it", "INSERT INTO t VALUES (2); SELECT 1/0;");
    project.file("V2__index_it.sql.conf", "executeInTransaction=false");
    assertThatExceptionOfType(MigrationFailedException.class)
        .isThrownBy(project::up)
        .withMessageContaining("what stood before this statement has happened");
    assertThatExceptionOfType(HistoryConflictException.class)
        .isThrownBy(project::up)
        .withMessageContaining("V2__index_it.sql: it runs outside a transaction, and did not end")
        .withMessageContaining("repair the history");
    assertThat(project.query("SELECT count(*) FROM t")).isEqualTo("2");
  }

  private void buildByHand(String sql) {
    try {
      project.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private LongTransaction insertRow() throws SQLException {
    return LongTransaction.in(project.database(), "INSERT INTO t VALUES (7)");
  }

  private void assertUpCompletes() throws Exception {
    MigrationProgress progress =
        new MigrationProgress() {
          @Override
          public void mended(String what) {
            mended.add(what);
          }
        };
    MigrationRun run = project.migrator(MigratorSettings.defaults(), progress).up();
    assertThat(run.version()).isEqualTo(Version.of("3"));
    assertThat(project.query(VALID)).isEqualTo("t");
    assertThat(project.query(HISTORY)).isEqualTo("1 true,2 true,3 true");
    assertThat(project.up().applied()).isEmpty();
  }
}
