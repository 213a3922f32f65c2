package io.speechtotext.prover.trace;

import io.speechtotext.migrator.Script;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a script did.
 *
 * @param script its file
 * @param inTransaction whether all of it ran in one transaction
 * @param statements those that ran to their end, in order
 * @param failure what stopped it; null when nothing did
 */
public record Trace(
    Script script,
    boolean inTransaction,
    List<TracedStatement> statements,
    @Nullable TraceFailure failure) {

  /** Copies the list. */
  public Trace {
    statements = List.copyOf(statements);
  }

  /** How long all statements took. */
  public Duration time() {
    return statements.stream().map(TracedStatement::time).reduce(Duration.ZERO, Duration::plus);
  }
}
