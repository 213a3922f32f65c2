package io.speechtotext.app.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.speechtotext.app.database.StatementListener;
import io.speechtotext.app.database.StatementReport;

/**
 * Times statements: {@code speech_to_text.statements}, by {@code name} and {@code outcome}. What
 * was tried again counts in {@code speech_to_text.statements.repeated}. Thread-safe.
 */
public final class StatementMetrics implements StatementListener {

  private static final String STATEMENTS = "speech_to_text.statements";
  private static final String REPEATED = "speech_to_text.statements.repeated";

  private final MeterRegistry registry;

  /** Into a registry. */
  public StatementMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void ended(StatementReport statement) {
    Timer.builder(STATEMENTS)
        .description("Statements and transactions, with the wait for a connection")
        .tag("name", statement.name())
        .tag("outcome", statement.outcome())
        .register(registry)
        .record(statement.duration());
    if (statement.attempts() > 1) {
      registry.counter(REPEATED, "name", statement.name()).increment(statement.attempts() - 1.0);
    }
  }
}
