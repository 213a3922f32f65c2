package io.speechtotext.app.apikey;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keys that were tried in vain a short while ago, by digest: who sends one of them again is not
 * worth twenty bcrypts. Bounded; the oldest are forgotten first. Thread-safe.
 */
final class MissMemory {

  static final Duration KEPT = Duration.ofMinutes(1);
  static final int MOST_KEPT = 10_000;

  private final LongSupplier nanoClock;
  // In the order of their times.
  private final Map<KeyDigest, Long> misses = new LinkedHashMap<>();

  /**
   * Remembers nothing yet.
   *
   * @param nanoClock such as {@link System#nanoTime()}
   */
  MissMemory(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  synchronized void remember(KeyDigest digest) {
    misses.remove(digest);
    misses.put(digest, nanoClock.getAsLong());
    forget();
  }

  synchronized boolean holds(KeyDigest digest) {
    forget();
    return misses.containsKey(digest);
  }

  private void forget() {
    long now = nanoClock.getAsLong();
    Iterator<Long> times = misses.values().iterator();
    while (times.hasNext() && (now - times.next() >= KEPT.toNanos() || misses.size() > MOST_KEPT)) {
      times.remove();
    }
  }
}
