package io.speechtotext.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusCountsTest extends JobTest {

  StatusCountsTest(ThrowawayDatabase copy) {
    super(copy);
  }

  @Test
  void followJobsThroughTheirLives() throws SQLException {
    assertThat(jobs.countsByStatus()).isEqualTo(counts(0, 0, 0, 0, 0));
    int key = database.newKey();
    NewJob cancelled = newJob().by(Submitter.holding(key));
    jobs.submit(cancelled);
    jobs.cancel(cancelled.jobId(), key);
    for (int i = 0; i < 4; i++) {
      jobs.submit(newJob());
    }
    jobs.complete(jobs.claim("worker", 1, MINUTE).get(0).lease(), Completion.of("text"));
    jobs.fail(
        jobs.claim("worker", 1, MINUTE).get(0).lease(), JobFailure.terminal("broken", "Broken"));
    jobs.claim("worker", 1, MINUTE);
    assertThat(jobs.countsByStatus()).isEqualTo(counts(1, 1, 1, 1, 1));
  }

  @Test
  void countWhatOthersWriteAndDelete() throws SQLException {
    database.execute(
        "INSERT INTO jobs (job_id, status) SELECT md5(n::text)::uuid, 'pending'"
            + " FROM generate_series(1, 100) AS n");
    database.execute("UPDATE jobs SET status = 'processing', started_at = now() WHERE id % 2 = 0");
    database.execute("DELETE FROM jobs WHERE id % 4 = 0");
    assertThat(jobs.countsByStatus()).isEqualTo(counts(50, 25, 0, 0, 0));
    database.execute("TRUNCATE jobs CASCADE");
    assertThat(jobs.countsByStatus()).isEqualTo(counts(0, 0, 0, 0, 0));
  }

  @Test
  void stayRightWhileTheirNotesAreFoldedByMany() throws Exception {
    Concurrently.run(
        8,
        () -> {
          for (int i = 0; i < 20; i++) {
            jobs.submit(newJob());
            jobs.claim("worker", 1, MINUTE)
                .forEach(job -> jobs.complete(job.lease(), Completion.of("text")));
            jobs.reapExpired(1);
          }
          return true;
        });
    // A claim passes over what another is taking: so some may be left.
    for (ClaimedJob left : jobs.claim("worker", 100, MINUTE)) {
      jobs.complete(left.lease(), Completion.of("text"));
    }
    assertThat(jobs.countsByStatus()).isEqualTo(counts(0, 0, 160, 0, 0));
    jobs.reapExpired(1);
    assertThat(jobs.countsByStatus()).isEqualTo(counts(0, 0, 160, 0, 0));
    assertThat(database.rows("SELECT count(*) <= 5, sum(abs(change)) FROM job_status_changes"))
        .containsExactly("t|160");
  }

  private static Map<JobStatus, Long> counts(
      long pending, long processing, long completed, long failed, long cancelled) {
    return Map.of(
        JobStatus.PENDING, pending,
        JobStatus.PROCESSING, processing,
        JobStatus.COMPLETED, completed,
        JobStatus.FAILED, failed,
        JobStatus.CANCELLED, cancelled);
  }
}
