package io.speechtotext.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ManyCompletionsTest extends JobTest {

  private static final Completion MEASURED =
      Completion.of("an MRI")
          .withLexiconVersion("7")
          .measured(Duration.ofMillis(1500), 12.5)
          .withQuality(new Quality(0.9, 2, 1, "{\"words\": 3}"));

  ManyCompletionsTest(ThrowawayDatabase copy) {
    super(copy);
  }

  @Test
  void eachJobGetsItsOwnTextAndAllThatIsKnownOfIt() throws SQLException {
    List<Lease> leases = claimed(2);
    Completion plain = Completion.of("{\"a, \\b\"}\n, null, \u0627");
    assertThat(jobs.completeAll(Map.of(leases.get(0), MEASURED, leases.get(1), plain))).isEmpty();

    assertThat(
            database.rows(
                """
                SELECT status, processed_text, lexicon_version, processing_time_seconds,
                  audio_duration, confidence_score, correction_count, fuzzy_match_count,
                  confidence_metrics_jsonb, lease_expires_at, completed_at <= now()
                FROM jobs ORDER BY processed_text
                """))
        .containsExactly(
            "completed|an MRI|7|1.5|12.5|0.9|2|1|{\"words\": 3}|null|t",
            "completed|" + plain.text() + "|null|null|9|null|null|null|null|null|t");
  }

  @Test
  void aLeaseThatIsLostIsToldAndHoldsUpNoOther() throws SQLException {
    List<Lease> leases = claimed(3);
    Lease released = leases.get(0);
    Lease cancelled = leases.get(1);
    jobs.release(released);
    database.execute(
        "UPDATE jobs SET status = 'cancelled', completed_at = now(), lease_token = NULL,"
            + " lease_expires_at = NULL WHERE id = "
            + cancelled.id());

    assertThat(jobs.completeAll(texts(leases))).containsExactlyInAnyOrder(released, cancelled);
    assertThat(database.column("status", leases.get(2).jobId())).isEqualTo("completed");
    assertThat(database.column("processed_text", released.jobId())).isEqualTo("null");
    assertThat(database.column("status", cancelled.jobId())).isEqualTo("cancelled");
  }

  @Test
  void completingAgainBecauseTheAnswerWasLostChangesNothingAndLosesNothing() throws SQLException {
    List<Lease> leases = claimed(2);
    jobs.complete(leases.get(0), Completion.of("text"));
    String completedAt = database.column("completed_at", leases.get(0).jobId());
    assertThat(jobs.completeAll(texts(leases))).isEmpty();
    assertThat(jobs.completeAll(texts(leases))).isEmpty();
    assertThat(database.column("completed_at", leases.get(0).jobId())).isEqualTo(completedAt);
  }

  @Test
  void aValueThatTheDatabaseDoesNotTakeCompletesNone() throws SQLException {
    List<Lease> leases = claimed(2);
    Map<Lease, Completion> completions = new HashMap<>(texts(leases));
    completions.put(
        leases.get(0), Completion.of("text").withQuality(new Quality(null, null, null, "{")));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> jobs.completeAll(completions));
    assertThat(database.rows("SELECT status FROM jobs")).containsOnly("processing");
  }

  @Test
  void noneIsNoWorkAndMoreThanAThousandAreRefused() throws SQLException {
    assertThat(jobs.completeAll(Map.of())).isEmpty();
    Map<Lease, Completion> tooMany = new HashMap<>();
    for (int i = 0; i <= 1000; i++) {
      tooMany.put(
          new Lease(i, UUID.randomUUID(), UUID.randomUUID(), MINUTE), Completion.of("text"));
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> jobs.completeAll(tooMany))
        .withMessageContaining("1000");
  }

  private List<Lease> claimed(int count) {
    for (int i = 0; i < count; i++) {
      jobs.submit(NewJob.of(UUID.randomUUID(), new Audio(null, null, 9.0, null, null)));
    }
    return jobs.claim("worker", count, MINUTE).stream().map(ClaimedJob::lease).toList();
  }

  private static Map<Lease, Completion> texts(List<Lease> leases) {
    return leases.stream()
        .collect(Collectors.toMap(lease -> lease, lease -> Completion.of("text")));
  }
}
