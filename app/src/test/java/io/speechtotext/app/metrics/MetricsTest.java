package io.speechtotext.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.SpeechToText;
import io.speechtotext.app.SpeechToTextConfig;
import io.speechtotext.app.apikey.NewApiKey;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class MetricsTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void haveStatementsByNameAndOutcome(ThrowawayDatabase copy) {
    try (SpeechToText data = open(copy)) {
      data.apiKeys().create(NewApiKey.named("clinic"));
      assertThatExceptionOfType(ConflictException.class)
          .isThrownBy(() -> data.apiKeys().create(NewApiKey.named("clinic")));
      data.statements().named("keys.count").read(dsl -> dsl.fetchValue("SELECT 's3cr3t'"));
    }
    assertThat(registry.get("speech_to_text.statements").tag("outcome", "ok").timers())
        .allSatisfy(timer -> assertThat(timer.totalTime(TimeUnit.NANOSECONDS)).isPositive());
    assertThat(registry.get("speech_to_text.statements").tag("outcome", "Conflict").timer().count())
        .isEqualTo(1);
    assertThat(registry.get("speech_to_text.statements").tag("name", "keys.count").timer().count())
        .isEqualTo(1);
    assertThat(registry.getMetersAsString()).doesNotContain("s3cr3t").doesNotContain("SELECT");
  }

  @Test
  void countWhatWasTriedAgain(ThrowawayDatabase copy) {
    try (SpeechToText data = open(copy)) {
      int[] runs = {0};
      data.transaction(
          tx ->
              tx.statements()
                  .read(
                      dsl ->
                          dsl.execute(
                              runs[0]++ == 0
                                  ? "DO $$ BEGIN RAISE SQLSTATE '40P01'; END $$"
                                  : "SELECT 1")));
    }
    assertThat(
            registry
                .get("speech_to_text.statements.repeated")
                .tag("name", "transaction")
                .counter()
                .count())
        .isEqualTo(1);
  }

  @Test
  void haveThePool(ThrowawayDatabase copy) {
    try (SpeechToText data = open(copy)) {
      new PoolMetrics(data::poolState).bindTo(registry);
      assertThat(registry.get("speech_to_text.connections.max").gauge().value()).isEqualTo(10);
      assertThat(registry.get("speech_to_text.connections.active").gauge().value()).isZero();
      assertThat(registry.get("speech_to_text.connections.waiting").gauge().value()).isZero();
      assertThat(registry.get("speech_to_text.connections.idle").gauge().value()).isPositive();
    }
  }

  private SpeechToText open(ThrowawayDatabase copy) {
    return SpeechToText.open(
        SpeechToTextConfig.of(MigratedSchema.settings(copy, copy.password()))
            .with(new StatementMetrics(registry)));
  }
}
