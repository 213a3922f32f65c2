package io.speechtotext.app.database;

import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.failure.UnavailableException.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs operations until they succeed or should not be tried again, and reports what became of them.
 */
final class Attempts {

  // Of a deadlock's two sides the server ends one; five in a row are no accident.
  private static final int MOST_AFTER_ROLLBACK = 5;
  // A second connection that is lost is an outage, and others should know.
  private static final int MOST_AFTER_LOSS = 2;

  private static final System.Logger log = System.getLogger(Attempts.class.getName());

  private final Pause pause;
  private final List<StatementListener> listeners;

  Attempts(Pause pause, List<StatementListener> listeners) {
    this.pause = pause;
    this.listeners = listeners;
  }

  /** Runs once. */
  <T> T once(String name, Supplier<T> operation) {
    return run(name, 1, operation);
  }

  /** Runs again what was certainly not done, for as long as that promises anything. */
  <T> T repeatedly(String name, Supplier<T> operation) {
    return run(name, MOST_AFTER_ROLLBACK, operation);
  }

  private <T> T run(String name, int most, Supplier<T> operation) {
    long start = System.nanoTime();
    int attempt = 1;
    while (true) {
      try {
        T result = operation.get();
        report(name, start, attempt, Optional.empty());
        return result;
      } catch (UnavailableException e) {
        if (attempt >= Math.min(most, worth(e)) || !paused(attempt)) {
          report(name, start, attempt, Optional.of(e));
          throw e;
        }
        attempt++;
      } catch (RuntimeException e) {
        report(name, start, attempt, Optional.of(e));
        throw e;
      }
    }
  }

  private static int worth(UnavailableException failure) {
    if (failure.outcome() != Outcome.NOT_DONE) {
      return 1;
    }
    return switch (failure.reason()) {
      case ROLLED_BACK -> MOST_AFTER_ROLLBACK;
      case CONNECTION_LOST -> MOST_AFTER_LOSS;
      case NO_CONNECTION, TIMED_OUT, LOCKED, OVERLOADED, BUSY -> 1;
    };
  }

  private boolean paused(int attempt) {
    try {
      pause.after(attempt);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void report(String name, long start, int attempts, Optional<RuntimeException> failure) {
    if (listeners.isEmpty()) {
      return;
    }
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    StatementReport report = new StatementReport(name, duration, attempts, failure);
    listeners.forEach(listener -> tell(listener, report));
  }

  private static void tell(StatementListener listener, StatementReport report) {
    try {
      listener.ended(report);
    } catch (RuntimeException e) {
      // The statement has ended as it has; its caller must not hear otherwise.
      log.log(System.Logger.Level.WARNING, "a statement listener failed", e);
    }
  }
}
