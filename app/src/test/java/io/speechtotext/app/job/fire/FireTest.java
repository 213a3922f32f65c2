package io.speechtotext.app.job.fire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.job.fire.WorkLog.Step;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five processes of ten workers each; one is killed every second, be it still starting, the server
 * crashes twice, and jobs are submitted meanwhile. {@code bench/fire} does the same with ten times
 * as many jobs.
 */
@Tag("ci")
class FireTest {

  private static final int JOBS = Integer.getInteger("fire.jobs", 2_000);
  private static final int CRASHES = 2;
  // One in so many is tried twice although nobody is killed.
  private static final int RETRIED = 10;

  @TempDir Path directory;

  @Test
  void everyJobEndsOnceAndNoTwoWorkersHaveOneAtOnce() throws Exception {
    // It would take down a server that somebody lent.
    assertThat(System.getProperty("throwaway.postgres", "")).doesNotStartWith("jdbc:");
    assertThat(System.getenv().getOrDefault("THROWAWAY_POSTGRES", "")).doesNotStartWith("jdbc:");
    try (ThrowawayPostgres server = ThrowawayPostgres.startDurable();
        ThrowawayDatabase database = server.createDatabase()) {
      new MigratedSchema().fill(database.dataSource());
      String url = MigratedSchema.url(database, database.password());
      WorkerJvm jvm = WorkerJvm.prepare(url, directory);
      Ledger ledger = new Ledger(database);
      ledger.begin();
      String summary = burn(database, jvm, ledger);

      ledger.assertThatAllHaveEndedOnce(JOBS);
      Map<Integer, List<Step>> work = WorkLog.read(jvm.logs());
      work.values().forEach(FireTest::assertThatAttemptsDoNotOverlap);
      int attempts = work.values().stream().mapToInt(FireTest::attempts).sum();
      System.out.println(summary + ", attempts: " + attempts);
      assertThat(attempts).as("some were cut short").isGreaterThan(JOBS + JOBS / RETRIED);
    }
  }

  private String burn(ThrowawayDatabase database, WorkerJvm jvm, Ledger ledger) throws Exception {
    int crashes = 0;
    try (Workers workers = new Workers(jvm);
        Submitting submitting = new Submitting(database, JOBS)) {
      for (long ended = 0; ended < JOBS; ended = ledger.ended()) {
        workers.killOneASecond();
        submitting.assertThatItGoesOn();
        if (crashes < CRASHES && ended > (long) JOBS * (crashes + 1) / (CRASHES + 1)) {
          crash(database);
          crashes++;
        }
      }
      long seconds = workers.time().toSeconds();
      assertThat(crashes).isEqualTo(CRASHES);
      assertThat(workers.killed()).isBetween((int) seconds - 1, (int) seconds);
      return "%d jobs in %d s, server crashes: %d, processes killed: %d, %d of them while starting"
          .formatted(JOBS, seconds, crashes, workers.killed(), workers.killedEarly());
    }
  }

  // The postmaster ends all others without ado when one of its processes is killed, and recovers,
  // as after an immediate stop.
  private static void crash(ThrowawayDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> statement.execute("COPY (SELECT) TO PROGRAM 'kill -9 $PPID'"));
    }
  }

  // A worker that came back after another had begun would stand between two of the other's steps.
  private static void assertThatAttemptsDoNotOverlap(List<Step> steps) {
    List<Integer> inOrder = new ArrayList<>();
    for (Step step : steps) {
      if (inOrder.isEmpty() || inOrder.get(inOrder.size() - 1) != step.attempt()) {
        inOrder.add(step.attempt());
      }
    }
    assertThat(inOrder).as("attempts at %s", steps.get(0).talk()).isSorted();
    assertThat(inOrder).doesNotHaveDuplicates();
  }

  private static int attempts(List<Step> steps) {
    Set<Integer> attempts = new LinkedHashSet<>();
    steps.forEach(step -> attempts.add(step.attempt()));
    return attempts.size();
  }
}
