package io.speechtotext.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobClaimTest extends JobTest {

  JobClaimTest(ThrowawayDatabase copy) {
    super(copy);
  }

  @Test
  void takesTheJobsThatHaveWaitedLongest() {
    List<UUID> submitted = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      submitted.add(jobs.submit(newJob()).job().jobId());
    }
    assertThat(jobs.claim("worker", 3, MINUTE))
        .extracting(job -> job.lease().jobId())
        .containsExactlyElementsOf(submitted.subList(0, 3));
    assertThat(jobs.claim("worker", 3, MINUTE)).hasSize(2);
    assertThat(jobs.claim("worker", 3, MINUTE)).isEmpty();
  }

  @Test
  void handsOverAllThatTheWorkTakes() {
    UUID jobId = UUID.randomUUID();
    Audio audio = new Audio("talk.mp3", "mp3", 12.5, 42L, "/audio/1");
    JobOptions options = new JobOptions("fa", "whisper-1", "radiology", 5);
    jobs.submit(new NewJob(jobId, audio, Submitter.SERVICE, options));

    ClaimedJob job = jobs.claim("host-1", 1, MINUTE).get(0);

    assertThat(job.lease().jobId()).isEqualTo(jobId);
    assertThat(job.attempt()).isEqualTo(1);
    assertThat(job.audio()).isEqualTo(audio);
    assertThat(job.options()).isEqualTo(options);
    assertThat(job.rawText()).isNull();
    assertThat(jobs.findRow(jobId).orElseThrow())
        .returns(JobStatus.PROCESSING, StoredJob::status)
        .returns("host-1", row -> row.lastAttempt().worker());
  }

  // Two workers of the old service could process one job: each read it, and then wrote it.
  @Test
  void givesNoJobToTwoWorkersWhoAskAtOnce() throws Exception {
    database.execute(
        """
        INSERT INTO jobs (job_id, status)
        SELECT md5(n::text)::uuid, 'pending' FROM generate_series(1, 500) AS n
        """);
    List<List<UUID>> taken =
        Concurrently.run(
            10,
            () -> {
              List<UUID> mine = new ArrayList<>();
              for (List<ClaimedJob> batch = jobs.claim("worker", 7, MINUTE);
                  !batch.isEmpty();
                  batch = jobs.claim("worker", 7, MINUTE)) {
                batch.forEach(job -> mine.add(job.lease().jobId()));
              }
              return mine;
            });
    assertThat(taken.stream().flatMap(List::stream)).hasSize(500).doesNotHaveDuplicates();
    assertThat(database.rows("SELECT DISTINCT attempts FROM jobs")).containsExactly("1");
  }

  @Test
  void passesOverAJobThatIsNotDueYet() throws SQLException {
    jobs.submit(newJob());
    database.execute("UPDATE jobs SET next_attempt_at = now() + interval '1 hour'");
    assertThat(jobs.claim("worker", 1, MINUTE)).isEmpty();
    database.letTimePass();
    assertThat(jobs.claim("worker", 1, MINUTE)).hasSize(1);
  }

  // The old service wrote its status again with every change, and the time with it.
  @Test
  void noNextAttemptMovesTheTimeOfTheFirst() throws SQLException {
    ClaimedJob job = claimed();
    String startedAt = database.column("started_at", job.lease().jobId());
    jobs.storeRawText(job.lease(), "raw");
    jobs.fail(job.lease(), JobFailure.retryable("busy", "The model was busy"));
    database.letTimePass();

    ClaimedJob again = jobs.claim("worker", 1, MINUTE).get(0);

    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.rawText()).isEqualTo("raw");
    assertThat(database.column("started_at", job.lease().jobId())).isEqualTo(startedAt);
  }

  @Test
  void takesJobsThatTheOldServiceHasQueued() throws SQLException {
    UUID jobId = UUID.randomUUID();
    database.execute("INSERT INTO jobs (job_id, status) VALUES (?, 'pending')", jobId.toString());
    assertThat(jobs.claim("worker", 1, MINUTE))
        .extracting(job -> job.lease().jobId())
        .containsExactly(jobId);
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> jobs.claim(" ", 1, MINUTE));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> jobs.claim("worker", 0, MINUTE));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> jobs.claim("worker", 1, Duration.ZERO));
  }
}
