package io.speechtotext.app.database;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A number that rises with each signal, so that one which comes while nobody waits is not lost. */
final class Generation {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition hasChanged = lock.newCondition();
  private long number;
  private boolean isEnded;

  long current() {
    lock.lock();
    try {
      return number;
    } finally {
      lock.unlock();
    }
  }

  void advance() {
    lock.lock();
    try {
      number++;
      hasChanged.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Nobody waits any more. */
  void end() {
    lock.lock();
    try {
      isEnded = true;
      hasChanged.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the number is another, the time is over, or there is an end to it. */
  long awaitAfter(long seen, Duration limit) throws InterruptedException {
    long nanos = TimeUnit.NANOSECONDS.convert(limit);
    lock.lock();
    try {
      while (number == seen && !isEnded && nanos > 0) {
        nanos = hasChanged.awaitNanos(nanos);
      }
      return number;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until there is an end to it.
   *
   * @return whether there is
   */
  boolean awaitEnd(Duration limit) throws InterruptedException {
    long nanos = TimeUnit.NANOSECONDS.convert(limit);
    lock.lock();
    try {
      while (!isEnded && nanos > 0) {
        nanos = hasChanged.awaitNanos(nanos);
      }
      return isEnded;
    } finally {
      lock.unlock();
    }
  }
}
