package io.speechtotext.migrator.session;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries again what could not get its lock in time. Whoever waits for a lock makes others wait
 * behind it; so each try waits for a short time only, and the pauses between tries, in which those
 * others are served, grow. Thread-safe.
 */
public final class LockRetry {

  // Timed out while waiting, or chosen to give way in a deadlock.
  private static final Set<String> LOCK_NOT_HAD = Set.of("55P03", "40P01");

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** Is told of a try that failed. */
  @FunctionalInterface
  public interface Listener {

    /**
     * There will be another try.
     *
     * @param next its number, from 2
     * @param pause the time until then
     */
    void triesAgain(int next, Duration pause);
  }

  private final int tries;
  private final Listener listener;
  private final Consumer<Duration> pause;

  /**
   * Retries with pauses of a quarter of a second, growing to half a minute.
   *
   * @param tries how often to try in all, at least 1
   */
  public LockRetry(int tries) {
    this(tries, (next, pause) -> {});
  }

  /** As above, telling of each further try before the pause. */
  public LockRetry(int tries, Listener listener) {
    this(tries, listener, LockRetry::sleep);
  }

  LockRetry(int tries, Listener listener, Consumer<Duration> pause) {
    this.tries = tries;
    this.listener = listener;
    this.pause = pause;
  }

  /**
   * Runs an attempt until it gets its locks.
   *
   * @param attempt leaves no trace when it fails; its exception has the server's among its causes
   * @return what the attempt that succeeded returned
   * @throws RuntimeException the last attempt's, or the first that is not about a lock
   */
  public <T> T run(Supplier<T> attempt) {
    Duration next = FIRST_PAUSE;
    for (int number = 1; ; number++) {
      try {
        return attempt.get();
      } catch (RuntimeException e) {
        if (number == tries || !isAboutALock(e)) {
          throw e;
        }
      }
      listener.triesAgain(number + 1, next);
      pause.accept(next);
      next = shorter(next.multipliedBy(2), LONGEST_PAUSE);
    }
  }

  /** Whether the server said that a lock could not be had. */
  public static boolean isAboutALock(Throwable failure) {
    for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof SQLException sql
          && LOCK_NOT_HAD.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while another's lock was waited for", e);
    }
  }
}
