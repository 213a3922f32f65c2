package io.speechtotext.app.database;

import java.time.Duration;

/**
 * How large a pool is, and how long it lets callers wait.
 *
 * @param maximumSize the most connections that are open at once, at least 1
 * @param connectionTimeout how long a caller waits for one of them, at least 250 ms
 */
public record PoolSettings(int maximumSize, Duration connectionTimeout) {

  /** Ten connections, ten seconds. */
  public static final PoolSettings DEFAULTS = new PoolSettings(10, Duration.ofSeconds(10));

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException when one is too small
   */
  public PoolSettings {
    if (maximumSize < 1) {
      throw new IllegalArgumentException("A pool holds at least 1 connection, not " + maximumSize);
    }
    if (connectionTimeout.toMillis() < 250) {
      throw new IllegalArgumentException(
          "A pool lets callers wait at least 250 ms, not " + connectionTimeout.toMillis());
    }
  }
}
