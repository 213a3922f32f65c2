package io.speechtotext.migrator.session;

import io.speechtotext.migrator.WaitExpiredException;
import java.time.Duration;

/** A time limit, and pauses within it that grow, so that neither side waits long for the other. */
final class Patience {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final long end;
  private Duration pause = FIRST_PAUSE;

  Patience(Duration limit) {
    this.end = System.nanoTime() + limit.toNanos();
  }

  /** Zero when time is up. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  boolean isOver() {
    return left().isZero();
  }

  /** Waits for a moment, or for what is left when that is less. */
  void pause() {
    try {
      Thread.sleep(shorter(pause, left()).toMillis() + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitExpiredException("The wait was interrupted, and nothing was changed.", e);
    }
    pause = shorter(pause.multipliedBy(3).dividedBy(2), LONGEST_PAUSE);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
