package io.speechtotext.migrator;

import java.time.Duration;
import java.util.Map;

/**
 * How a migrator goes about its work. Immutable.
 *
 * @param placeholders the text for each <code>${name}</code> in a script
 * @param patience how long to wait for another migrator on the same database to finish
 * @param lockTimeout how long a statement of a migration that runs in a transaction may wait for a
 *     lock, and with it make others wait behind it
 * @param lockTries how many times such a migration is tried that did not get its lock; at least 1
 * @param concurrentTimeout how long a statement may take that runs outside a transaction, such as
 *     {@code CREATE INDEX CONCURRENTLY}, which makes nobody wait
 */
public record MigratorSettings(
    Map<String, String> placeholders,
    Duration patience,
    Duration lockTimeout,
    int lockTries,
    Duration concurrentTimeout) {

  /** Checks the values. */
  public MigratorSettings {
    placeholders = Map.copyOf(placeholders);
    if (patience.isNegative() || !isPositive(lockTimeout) || !isPositive(concurrentTimeout)) {
      throw new IllegalArgumentException(
          "durations must be positive, but patience is %s, lockTimeout %s and concurrentTimeout %s"
              .formatted(patience, lockTimeout, concurrentTimeout));
    }
    if (lockTries < 1) {
      throw new IllegalArgumentException("lockTries must be at least 1, not " + lockTries);
    }
  }

  /**
   * No placeholders, 10 minutes of patience, locks of 5 seconds tried 10 times, an hour for an
   * index.
   */
  public static MigratorSettings defaults() {
    return new MigratorSettings(
        Map.of(), Duration.ofMinutes(10), Duration.ofSeconds(5), 10, Duration.ofHours(1));
  }

  /** The same with other placeholders. */
  public MigratorSettings withPlaceholders(Map<String, String> other) {
    return new MigratorSettings(other, patience, lockTimeout, lockTries, concurrentTimeout);
  }

  /** The same with another patience. */
  public MigratorSettings withPatience(Duration other) {
    return new MigratorSettings(placeholders, other, lockTimeout, lockTries, concurrentTimeout);
  }

  /** The same with another lock timeout and number of tries. */
  public MigratorSettings withLocks(Duration timeout, int tries) {
    return new MigratorSettings(placeholders, patience, timeout, tries, concurrentTimeout);
  }

  /** The same with another limit for statements outside transactions. */
  public MigratorSettings withConcurrentTimeout(Duration other) {
    return new MigratorSettings(placeholders, patience, lockTimeout, lockTries, other);
  }

  // A timeout of less than the server's unit would be none at all.
  private static boolean isPositive(Duration duration) {
    return duration.toMillis() > 0;
  }
}
