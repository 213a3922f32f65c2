package io.speechtotext.app.database;

import java.util.concurrent.ThreadLocalRandom;

/** What passes between two attempts. */
@FunctionalInterface
interface Pause {

  /** A random time that grows with the attempts, so that those who collided do not do so again. */
  Pause RANDOM = attempt -> Thread.sleep(1 + ThreadLocalRandom.current().nextLong(8L << attempt));

  /**
   * Waits.
   *
   * @param attempt the number of the one that failed, from 1
   */
  void after(int attempt) throws InterruptedException;
}
