package io.speechtotext.app.database;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long the server works, waits for others, and lets a transaction idle, before it gives up.
 *
 * @param statement for one statement, at least 1 ms
 * @param lock for a lock that others hold, at least 1 ms
 * @param idleInTransaction for a transaction between two statements, at least 1 ms
 * @param connect for a new connection, at least 1 s
 * @param longWork for one statement of {@link LongWork}, at least 1 ms
 */
public record Timeouts(
    Duration statement,
    Duration lock,
    Duration idleInTransaction,
    Duration connect,
    Duration longWork) {

  private static final Duration LONG_WORK = Duration.ofMinutes(10);

  /** Thirty, ten, sixty and ten seconds; ten minutes for long work. */
  public static final Timeouts DEFAULTS =
      new Timeouts(
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10));

  // By when the server's own word is certainly here, unless it or the network is gone.
  private static final Duration GRACE = Duration.ofSeconds(10);

  /**
   * Checks all.
   *
   * @throws IllegalArgumentException when one is too small
   */
  public Timeouts {
    requireAtLeast(Duration.ofMillis(1), statement, "A statement timeout");
    requireAtLeast(Duration.ofMillis(1), lock, "A lock timeout");
    requireAtLeast(Duration.ofMillis(1), idleInTransaction, "An idle-in-transaction timeout");
    requireAtLeast(Duration.ofSeconds(1), connect, "A connect timeout");
    requireAtLeast(Duration.ofMillis(1), longWork, "A timeout of long work");
  }

  /** As above, with ten minutes for long work. */
  public Timeouts(Duration statement, Duration lock, Duration idleInTransaction, Duration connect) {
    this(statement, lock, idleInTransaction, connect, LONG_WORK);
  }

  /** The same with another time for long work. */
  public Timeouts withLongWork(Duration other) {
    return new Timeouts(statement, lock, idleInTransaction, connect, other);
  }

  /** The server's settings, by name, in its default unit: milliseconds. */
  Map<String, String> serverSettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("statement_timeout", millis(statement));
    settings.put("lock_timeout", millis(lock));
    settings.put("idle_in_transaction_session_timeout", millis(idleInTransaction));
    return settings;
  }

  /** How long the driver waits for an answer: longer than any answer takes. */
  Duration socket() {
    return statement.plus(GRACE);
  }

  /** The same while long work is done. */
  Duration socketOfLongWork() {
    return longWork.plus(GRACE);
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }

  private static void requireAtLeast(Duration least, Duration given, String what) {
    if (given.compareTo(least) < 0) {
      throw new IllegalArgumentException(
          "%s is at least %d ms, not %d".formatted(what, least.toMillis(), given.toMillis()));
    }
  }
}
