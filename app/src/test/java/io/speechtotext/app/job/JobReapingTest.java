package io.speechtotext.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A worker that was killed left its job in processing for ever. */
class JobReapingTest extends JobTest {

  JobReapingTest(ThrowawayDatabase copy) {
    super(copy);
  }

  @Test
  void givesAJobWhoseLeaseIsOverToAnother() throws SQLException {
    ClaimedJob abandoned = claimed();
    assertThat(jobs.reapExpired(10)).isEqualTo(new Reaped(0, 0));
    database.letTimePass();
    assertThat(jobs.reapExpired(10)).isEqualTo(new Reaped(1, 0));
    ClaimedJob again = jobs.claim("another", 1, MINUTE).get(0);
    assertThat(again.lease().jobId()).isEqualTo(abandoned.lease().jobId());
    assertThat(again.attempt()).isEqualTo(2);
  }

  @Test
  void endsAJobThatHadItsLastAttempt() throws SQLException {
    UUID jobId = UUID.randomUUID();
    jobs.submit(
        NewJob.of(jobId, Audio.UNKNOWN)
            .by(Submitter.holding(database.newKey()))
            .with(JobOptions.DEFAULTS.withMaxAttempts(1)));
    jobs.claim("host-1", 1, MINUTE);
    database.letTimePass();

    assertThat(jobs.reapExpired(10)).isEqualTo(new Reaped(0, 1));
    assertThat(
            database.rows(
                """
                SELECT status, error_code, error_detail ~ '^worker host-1, attempt 1, lease until 2',
                  completed_at <= now(), lease_expires_at
                FROM jobs
                """))
        .containsExactly("failed|lease_expired|t|t|null");
  }

  @Test
  void takesAsManyAsItMayAndLeavesTheRestForTheNextCall() throws SQLException {
    for (int i = 0; i < 5; i++) {
      jobs.submit(newJob());
    }
    jobs.claim("worker", 5, MINUTE);
    database.letTimePass();
    assertThat(jobs.reapExpired(3).total()).isEqualTo(3);
    assertThat(jobs.reapExpired(3).total()).isEqualTo(2);
  }

  @Test
  void isSharedByAllProcesses() throws Exception {
    for (int i = 0; i < 40; i++) {
      jobs.submit(newJob());
    }
    jobs.claim("worker", 40, MINUTE);
    database.letTimePass();
    List<Reaped> reaped = Concurrently.run(8, () -> jobs.reapExpired(10));
    assertThat(reaped.stream().mapToInt(Reaped::total).sum()).isEqualTo(40);
    assertThat(database.rows("SELECT DISTINCT status, attempts FROM jobs"))
        .containsExactly("pending|1");
  }

  @Test
  void takesFromTheOldServiceWhatItHasHadForTooLong() throws SQLException {
    insertAsTheOldServiceDoes("5 minutes");
    insertAsTheOldServiceDoes("2 hours");

    assertThat(jobs.reapExpired(10)).isEqualTo(new Reaped(1, 0));
    assertThat(
            database.rows(
                "SELECT status, attempts, lease_token, now() - started_at > interval '1 hour'"
                    + " FROM jobs ORDER BY id"))
        .containsExactly("processing|0|null|f", "pending|1|null|t");
  }

  @Test
  void waitsForTheOldServiceAsLongAsItIsTold() throws SQLException {
    insertAsTheOldServiceDoes("2 hours");
    JobRepository patient =
        new JobRepository(
            database.database(), new JobSettings(RetryPolicy.DEFAULTS, Duration.ofHours(3)));
    assertThat(patient.reapExpired(10).total()).isZero();
  }

  @Test
  void saysWhatItTookEvenWhenTheNotesCannotBeFolded() throws SQLException {
    claimed();
    database.letTimePass();
    database.execute(
        """
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
        AS 'BEGIN RAISE EXCEPTION USING ERRCODE = ''query_canceled''; END'
        """);
    database.execute(
        "CREATE TRIGGER refuse BEFORE DELETE ON job_status_changes EXECUTE FUNCTION refuse()");
    try {
      assertThat(jobs.reapExpired(10)).isEqualTo(new Reaped(1, 0));
    } finally {
      database.execute("DROP FUNCTION refuse CASCADE");
    }
  }

  private void insertAsTheOldServiceDoes(String ago) throws SQLException {
    database.execute(
        "INSERT INTO jobs (job_id, status, started_at) VALUES (?, 'processing', now() - ?::interval)",
        UUID.randomUUID().toString(),
        ago);
  }
}
