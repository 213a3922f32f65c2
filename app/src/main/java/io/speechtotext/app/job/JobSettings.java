package io.speechtotext.app.job;

import java.time.Duration;

/**
 * How jobs are tried again.
 *
 * @param retry how long they wait after an attempt that failed; one whose worker was lost waits no
 *     more
 * @param legacyPatience how long after its start a job in processing without a lease is given back:
 *     the old service took it, and gives up its own after 10 minutes
 */
public record JobSettings(RetryPolicy retry, Duration legacyPatience) {

  /** The usual pauses, and half an hour. */
  public static final JobSettings DEFAULTS =
      new JobSettings(RetryPolicy.DEFAULTS, Duration.ofMinutes(30));

  /**
   * Checks the patience.
   *
   * @throws IllegalArgumentException when it is negative
   */
  public JobSettings {
    if (legacyPatience.isNegative()) {
      throw new IllegalArgumentException("Patience is 0 or more, not " + legacyPatience);
    }
  }

  /** The same with other pauses. */
  public JobSettings with(RetryPolicy other) {
    return new JobSettings(other, legacyPatience);
  }
}
