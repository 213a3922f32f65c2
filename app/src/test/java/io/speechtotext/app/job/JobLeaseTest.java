package io.speechtotext.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.failure.RefusedTransitionException;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobLeaseTest extends JobTest {

  private static final JobFailure BUSY = JobFailure.retryable("busy", "The model was busy");

  JobLeaseTest(ThrowawayDatabase copy) {
    super(copy);
  }

  @Test
  void completingGivesTheJobItsTextAndTakesItsErrorAway() throws SQLException {
    Lease first = claimed().lease();
    jobs.fail(first, BUSY.withDetail("at line 1"));
    database.letTimePass();
    Lease second = jobs.claim("worker", 1, MINUTE).get(0).lease();
    jobs.storeRawText(second, "an m r i");

    Quality quality = new Quality(0.9, 2, 1, "{\"words\": 3}");
    jobs.complete(
        second,
        Completion.of("an MRI")
            .withLexiconVersion("7")
            .measured(Duration.ofMillis(1500), 12.5)
            .withQuality(quality));

    assertThat(
            database.rows(
                """
                SELECT status, transcription_text, processed_text, lexicon_version,
                  processing_time_seconds, audio_duration, confidence_score, correction_count,
                  fuzzy_match_count, confidence_metrics_jsonb, confidence_metrics,
                  error_code, error_message, error_detail, lease_expires_at, completed_at <= now()
                FROM jobs
                """))
        .containsExactly(
            "completed|an m r i|an MRI|7|1.5|12.5|0.9|2|1|{\"words\": 3}|{\"words\": 3}"
                + "|null|null|null|null|t");
  }

  @Test
  void completingKeepsWhatWasKnownOfTheRecording() throws SQLException {
    jobs.submit(NewJob.of(UUID.randomUUID(), new Audio(null, null, 9.0, null, null)));
    Lease lease = jobs.claim("worker", 1, MINUTE).get(0).lease();
    jobs.complete(lease, Completion.of("text"));
    assertThat(database.column("audio_duration", lease.jobId())).isEqualTo("9");
  }

  @Test
  void completingAgainBecauseTheAnswerWasLostChangesNothing() throws SQLException {
    Lease lease = claimed().lease();
    jobs.complete(lease, Completion.of("text"));
    String completedAt = database.column("completed_at", lease.jobId());
    jobs.complete(lease, Completion.of("text"));
    assertThat(database.column("completed_at", lease.jobId())).isEqualTo(completedAt);
  }

  // The old service set any status whatever the job's was: a finished job could be reopened.
  @Test
  void aFinishedJobIsNeitherReopenedNorFinishedOtherwise() throws SQLException {
    Lease lease = claimed().lease();
    jobs.complete(lease, Completion.of("text"));
    for (Consumer<Lease> write : writesBut("complete")) {
      assertThatExceptionOfType(RefusedTransitionException.class)
          .isThrownBy(() -> write.accept(lease))
          .withMessage("job %s is completed, and no longer leased to this worker", lease.jobId());
    }
    assertThat(database.column("status", lease.jobId())).isEqualTo("completed");
    assertThat(database.column("processed_text", lease.jobId())).isEqualTo("text");
  }

  @Test
  void aLeaseThatAnotherHasGotSinceWritesNothing() throws SQLException {
    Lease lost = claimed().lease();
    database.letTimePass();
    jobs.reapExpired(10);
    database.letTimePass();
    Lease held = jobs.claim("another", 1, MINUTE).get(0).lease();
    for (Consumer<Lease> write : writesBut("none")) {
      assertThatExceptionOfType(RefusedTransitionException.class)
          .isThrownBy(() -> write.accept(lost))
          .withMessageContaining("is processing, and no longer leased to this worker");
    }
    jobs.complete(held, Completion.of("of the other"));
    assertThat(database.column("processed_text", held.jobId())).isEqualTo("of the other");
  }

  @Test
  void aLeaseThatIsOverHoldsUntilTheJobIsTakenAway() throws SQLException {
    Lease lease = claimed().lease();
    database.letTimePass();
    jobs.heartbeat(lease);
    assertThat(jobs.reapExpired(10).total()).isZero();
    database.letTimePass();
    jobs.complete(lease, Completion.of("just in time"));
    assertThat(jobs.reapExpired(10).total()).isZero();
  }

  @Test
  void aHeartbeatProlongsTheLeaseByTheServersClock() throws SQLException {
    Lease lease = claimed().lease();
    database.letTimePass();
    Instant expiresAt = jobs.heartbeat(lease);
    Instant now =
        Instant.parse(
            database.rows("SELECT to_json(now()) #>> '{}'").get(0).replace("+00:00", "Z"));
    assertThat(Duration.between(now, expiresAt)).isBetween(Duration.ofSeconds(50), MINUTE);
  }

  @Test
  void pausesGrowUntilTheLastAttemptHasFailed() throws SQLException {
    jobs.submit(newJob().with(JobOptions.DEFAULTS.withMaxAttempts(6)));
    JobRepository patient =
        new JobRepository(
            database.database(),
            JobSettings.DEFAULTS.with(
                new RetryPolicy(Duration.ofSeconds(10), Duration.ofSeconds(60))));
    List<Optional<Long>> pauses = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Lease lease = patient.claim("worker", 1, MINUTE).get(0).lease();
      pauses.add(
          patient.fail(lease, BUSY).map(next -> Math.round(secondsUntil(next, lease.jobId()))));
      database.letTimePass();
    }
    assertThat(pauses)
        .containsExactly(
            Optional.of(10L),
            Optional.of(20L),
            Optional.of(40L),
            Optional.of(60L),
            Optional.of(60L),
            Optional.empty());
    assertThat(database.rows("SELECT status, attempts, completed_at <= now() FROM jobs"))
        .containsExactly("failed|6|t");
  }

  @Test
  void aTerminalFailureIsNotTriedAgain() throws SQLException {
    Lease lease = claimed().lease();
    JobFailure unreadable =
        JobFailure.terminal("audio_unreadable", "The file is no recording").withDetail("a\0trace");
    assertThat(jobs.fail(lease, unreadable)).isEmpty();
    assertThat(
            database.rows(
                "SELECT status, attempts, error_code, error_message, error_detail FROM jobs"))
        .containsExactly("failed|1|audio_unreadable|The file is no recording|a\uFFFDtrace");
  }

  @Test
  void failingAgainBecauseTheAnswerWasLostChangesNothing() throws SQLException {
    Lease lease = claimed().lease();
    Optional<Instant> next = jobs.fail(lease, BUSY);
    assertThat(jobs.fail(lease, BUSY)).isEqualTo(next).isPresent();
    assertThat(database.column("attempts", lease.jobId())).isEqualTo("1");
  }

  @Test
  void aJobThatIsGivenBackIsDueAtOnceAndHasLostNoAttempt() {
    Lease lease = claimed().lease();
    jobs.release(lease);
    jobs.release(lease);
    ClaimedJob again = jobs.claim("another", 1, MINUTE).get(0);
    assertThat(again.attempt()).isEqualTo(1);
    assertThat(again.lease().jobId()).isEqualTo(lease.jobId());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAScoreThatIsNone(double score) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Completion.of("text").withQuality(new Quality(score, null, null, null)))
        .returns("job.confidenceScore", InvalidValueException::field);
  }

  @Test
  void refusesMetricsThatAreNoJsonAndChangesNothing() throws SQLException {
    Lease lease = claimed().lease();
    for (String metrics : List.of("{", "{\"text\": \"\\u0000\"}")) {
      Completion completion =
          Completion.of("text").withQuality(new Quality(null, null, null, metrics));
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> jobs.complete(lease, completion))
          .satisfies(e -> assertThat(e).hasMessageNotContaining(metrics));
    }
    assertThat(database.column("status", lease.jobId())).isEqualTo("processing");
  }

  private List<Consumer<Lease>> writesBut(String left) {
    List<Consumer<Lease>> writes = new ArrayList<>();
    writes.add(jobs::heartbeat);
    writes.add(lease -> jobs.storeRawText(lease, "stolen"));
    writes.add(lease -> jobs.fail(lease, BUSY));
    writes.add(jobs::release);
    if (!left.equals("complete")) {
      writes.add(lease -> jobs.complete(lease, Completion.of("stolen")));
    }
    return writes;
  }

  private double secondsUntil(Instant time, UUID jobId) {
    try {
      return Double.parseDouble(
          database
              .rows(
                  "SELECT extract(epoch FROM ?::timestamptz - updated_at) FROM jobs WHERE job_id = ?",
                  time.toString(),
                  jobId.toString())
              .get(0));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
