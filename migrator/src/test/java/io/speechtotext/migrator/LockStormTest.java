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
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A migration meets a long transaction, and the service goes on. */
@ExtendWith(ThrowawayPostgresExtension.class)
class LockStormTest {

  private static final Duration LOCK_TIMEOUT = Duration.ofMillis(200);
  // What a busy machine may add. Three tries with their pauses take longer than both together.
  private static final Duration SLACK = Duration.ofSeconds(1);

  private final Project project;

  LockStormTest(ThrowawayPostgres server, @TempDir Path path) {
    project = Project.on(server, path);
  }

  @BeforeEach
  void makeTable() throws IOException {
    project.pair("1", "make_it", "CREATE TABLE jobs (id serial PRIMARY KEY, n int);").up();
  }

  @AfterEach
  void dropDatabase() {
    project.close();
  }

  @Test
  void noInsertWaitsLongerThanTheLockTimeout() throws Exception {
    project.pair("2", "widen_it", "ALTER TABLE jobs ADD m int;");
    CountDownLatch threeTries = new CountDownLatch(3);
    Migrator migrator = project.migrator(settings(100), onLockNotHad(threeTries));
    List<Writer> writers = new ArrayList<>();
    List<Writer.Waits> waits;
    try (LongTransaction reader = LongTransaction.in(project.database(), "SELECT FROM jobs")) {
      for (int i = 0; i < 8; i++) {
        writers.add(Writer.into(project.database(), "INSERT INTO jobs (n) VALUES (1)"));
      }
      CompletableFuture<MigrationRun> run = CompletableFuture.supplyAsync(migrator::up);
      threeTries.await();
      reader.end();
      assertThat(run.join().applied()).hasSize(1);
    } finally {
      waits = writers.stream().map(Writer::stop).toList();
    }
    assertThat(waits)
        .extracting(Writer.Waits::longest)
        .hasSize(8)
        .allSatisfy(longest -> assertThat(longest).isLessThan(LOCK_TIMEOUT.plus(SLACK)));
  }

  @Test
  void givesUpAfterTheLastTryAndNamesTheRemedy() throws Exception {
    project.pair("2", "widen_it", "ALTER TABLE jobs ADD m int;");
    try (LongTransaction reader = LongTransaction.in(project.database(), "SELECT FROM jobs")) {
      assertThatExceptionOfType(MigrationFailedException.class)
          .isThrownBy(() -> project.migrator(settings(2)).up())
          .withMessageContaining("V2__widen_it.sql, line 1")
          .withMessageContaining("could not get its lock")
          .withMessageContaining("pg_stat_activity")
          .satisfies(e -> assertThat(e.sqlState()).isEqualTo("55P03"));
      assertThat(reader.isOpen()).isTrue();
    }
    assertThat(project.up().applied()).hasSize(1);
  }

  @Test
  void whatMakesNobodyWaitMayWaitLongerThanThat() throws Exception {
    project.pair("2", "index_it", "CREATE INDEX CONCURRENTLY ix_jobs_n ON jobs (n);");
    Migrator migrator = project.migrator(settings(1));
    try (LongTransaction writer =
        LongTransaction.in(project.database(), "INSERT INTO jobs (n) VALUES (1)")) {
      CompletableFuture<MigrationRun> run = CompletableFuture.supplyAsync(migrator::up);
      Until.isTrue(this::indexBuildWaitsLong);
      project.execute("INSERT INTO jobs (n) VALUES (2)");
      writer.end();
      assertThat(run.join().applied()).hasSize(1);
    }
  }

  private boolean indexBuildWaitsLong() throws SQLException {
    String waits =
        """
        SELECT count(*)
          FROM pg_stat_activity
         WHERE datname = current_database()
           AND wait_event_type = 'Lock'
           AND query LIKE 'CREATE INDEX CONCURRENTLY%%'
           AND clock_timestamp() - query_start > interval '%s ms'
        """
            .formatted(LOCK_TIMEOUT.multipliedBy(2).toMillis());
    return "1".equals(project.query(waits));
  }

  private static MigratorSettings settings(int tries) {
    return MigratorSettings.defaults().withLocks(LOCK_TIMEOUT, tries);
  }

  private static MigrationProgress onLockNotHad(CountDownLatch latch) {
    return new MigrationProgress() {
      @Override
      public void lockNotHad(Migration migration, int nextTry, int tries, Duration pause) {
        latch.countDown();
      }
    };
  }
}
