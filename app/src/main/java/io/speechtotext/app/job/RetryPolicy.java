package io.speechtotext.app.job;

import java.time.Duration;

/**
 * How long a job waits after an attempt that did not succeed. Each pause is twice the one before.
 *
 * @param first the pause after the first attempt
 * @param longest no pause is longer
 */
public record RetryPolicy(Duration first, Duration longest) {

  /** Ten seconds, then twenty, up to an hour. */
  public static final RetryPolicy DEFAULTS =
      new RetryPolicy(Duration.ofSeconds(10), Duration.ofHours(1));

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException when one is negative, or the longest is the shorter
   */
  public RetryPolicy {
    if (first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "Pauses grow from 0 or more, not from %s to %s".formatted(first, longest));
    }
  }
}
