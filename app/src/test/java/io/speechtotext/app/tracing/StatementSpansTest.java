package io.speechtotext.app.tracing;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.SpeechToText;
import io.speechtotext.app.SpeechToTextConfig;
import io.speechtotext.app.failure.UnexpectedFailureException;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class StatementSpansTest {

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final OpenTelemetry telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .build();

  @Test
  void areWithinWhatTheThreadIsDoing(ThrowawayDatabase copy) {
    Span request = telemetry.getTracer("test").spanBuilder("request").startSpan();
    try (SpeechToText data = open(copy)) {
      Context.current().with(request).wrap(() -> look(data)).run();
    }
    SpanData span = spans.getFinishedSpanItems().get(0);
    assertThat(span.getName()).isEqualTo("jobs.look");
    assertThat(span.getParentSpanId()).isEqualTo(request.getSpanContext().getSpanId());
    assertThat(span.getAttributes().get(stringKey("db.system.name"))).isEqualTo("postgresql");
    assertThat(span.getEndEpochNanos()).isGreaterThan(span.getStartEpochNanos());
    assertThat(span.toString()).doesNotContain("s3cr3t").doesNotContain("SELECT");
  }

  private static void look(SpeechToText data) {
    data.statements().named("jobs.look").read(dsl -> dsl.fetchValue("SELECT 's3cr3t'"));
  }

  @Test
  void sayWhatWentWrong(ThrowawayDatabase copy) {
    try (SpeechToText data = open(copy)) {
      assertThatExceptionOfType(UnexpectedFailureException.class)
          .isThrownBy(
              () -> data.statements().named("wrong").read(dsl -> dsl.fetch("SELECT 1 / 0")));
    }
    SpanData span = spans.getFinishedSpanItems().get(0);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getAttributes().get(stringKey("error.type"))).isEqualTo("UnexpectedFailure");
    assertThat(span.getEvents()).isEmpty();
  }

  private SpeechToText open(ThrowawayDatabase copy) {
    return SpeechToText.open(
        SpeechToTextConfig.of(MigratedSchema.settings(copy, copy.password()))
            .with(new StatementSpans(telemetry)));
  }
}
