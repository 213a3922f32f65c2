package io.speechtotext.app.job;

import java.util.Arrays;
import java.util.Locale;

/** How far a job is. */
public enum JobStatus {
  /** It waits for a worker. */
  PENDING,
  /** A worker has it. */
  PROCESSING,
  /** It has its text. */
  COMPLETED,
  /** It has none, and will not be tried again. */
  FAILED,
  /** Its owner no longer wants it. */
  CANCELLED;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** As the database has it: {@code pending}. */
  public String text() {
    return text;
  }

  /** Whether nothing will happen to it any more. */
  public boolean isFinished() {
    return this == COMPLETED || this == FAILED || this == CANCELLED;
  }

  /**
   * The status of that text.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static JobStatus of(String text) {
    return Arrays.stream(values())
        .filter(status -> status.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No job is " + text));
  }
}
