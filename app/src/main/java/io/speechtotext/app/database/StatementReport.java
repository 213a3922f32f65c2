package io.speechtotext.app.database;

import io.speechtotext.app.failure.DataException;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of a statement, or of a transaction. Holds no SQL and no value.
 *
 * @param name such as {@code jobs.claim}; {@code transaction} for one that was composed
 * @param duration with the wait for a connection, and with all attempts
 * @param attempts how often it was run, at least 1
 * @param failure what the caller was told; empty when it succeeded
 */
public record StatementReport(
    String name, Duration duration, int attempts, Optional<RuntimeException> failure) {

  /** {@code ok}, or in few words what went wrong: fit for a metric's tag. */
  public String outcome() {
    return failure.map(StatementReport::word).orElse("ok");
  }

  private static String word(RuntimeException failure) {
    return failure instanceof DataException
        ? failure.getClass().getSimpleName().replaceFirst("Exception$", "")
        : "Other";
  }
}
