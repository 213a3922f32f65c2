package io.speechtotext.app.database;

import java.time.Duration;

/**
 * How large a pool is, and how long it lets callers wait.
 *
 * @param maximumSize the most connections that are open at once, at least 1
 * @param connectionTimeout how long a caller waits for one of them, at least 250 ms
 * @param maximumLifetime how old a connection gets before a new one takes its place, at least 30 s
 */
public record PoolSettings(int maximumSize, Duration connectionTimeout, Duration maximumLifetime) {

  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  /** Ten connections, ten seconds, half an hour. */
  public static final PoolSettings DEFAULTS = new PoolSettings(10, Duration.ofSeconds(10));

  /**
   * Checks all.
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
    if (maximumLifetime.compareTo(Duration.ofSeconds(30)) < 0) {
      throw new IllegalArgumentException(
          "A pool keeps connections at least 30 s, not " + maximumLifetime.toSeconds());
    }
  }

  /** With the default lifetime. */
  public PoolSettings(int maximumSize, Duration connectionTimeout) {
    this(maximumSize, connectionTimeout, HALF_AN_HOUR);
  }
}
