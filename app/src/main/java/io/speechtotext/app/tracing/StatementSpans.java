package io.speechtotext.app.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.speechtotext.app.database.StatementListener;
import io.speechtotext.app.database.StatementReport;
import java.time.Instant;

/**
 * Writes a span for each statement, within the span that is current in the thread that ran it.
 * Attributes are those of OpenTelemetry's conventions for databases, but for the statement's text:
 * that is not told. Thread-safe.
 */
public final class StatementSpans implements StatementListener {

  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
  private static final AttributeKey<String> SUMMARY = AttributeKey.stringKey("db.query.summary");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
  private static final AttributeKey<Long> ATTEMPTS =
      AttributeKey.longKey("speech_to_text.attempts");

  private final Tracer tracer;

  /** To whatever exports {@code telemetry}. */
  public StatementSpans(OpenTelemetry telemetry) {
    this.tracer = telemetry.getTracer("io.speechtotext.app");
  }

  @Override
  public void ended(StatementReport statement) {
    Instant end = Instant.now();
    Span span =
        tracer
            .spanBuilder(statement.name())
            .setParent(Context.current())
            .setSpanKind(SpanKind.CLIENT)
            .setStartTimestamp(end.minus(statement.duration()))
            .setAttribute(SYSTEM, "postgresql")
            .setAttribute(SUMMARY, statement.name())
            .setAttribute(ATTEMPTS, (long) statement.attempts())
            .startSpan();
    if (statement.failure().isPresent()) {
      span.setStatus(StatusCode.ERROR).setAttribute(ERROR, statement.outcome());
    }
    span.end(end);
  }
}
