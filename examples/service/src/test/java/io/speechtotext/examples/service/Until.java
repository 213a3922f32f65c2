package io.speechtotext.examples.service;

import java.time.Duration;

/** Waits for what other threads and processes do, by asking again and again. */
final class Until {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** What is waited for. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws Exception;
  }

  private Until() {}

  /** Returns as soon as it holds, and fails when that takes too long. */
  static void isTrue(Condition condition) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not true within " + LIMIT);
      }
      Thread.onSpinWait();
    }
  }
}
