package io.speechtotext.migrator;

import java.time.Duration;

/**
 * Is told what a migrator does while it does it, on the thread that called it. Whoever implements
 * it overrides what it wants to hear of.
 */
public interface MigrationProgress {

  /** Hears nothing. */
  MigrationProgress SILENT = new MigrationProgress() {};

  /**
   * Another migrator is at work on the database, and is waited for. Told once.
   *
   * @param holder which, for people: process id, role, and since when it is connected
   */
  default void waitingFor(String holder) {}

  /**
   * What an interrupted run had left was removed.
   *
   * @param what for people, one line
   */
  default void mended(String what) {}

  /** A script is about to be sent to the server. */
  default void begins(Migration migration) {}

  /**
   * A script that runs outside a transaction made the server warn, by {@code RAISE WARNING}; told
   * when the statement has ended.
   *
   * @param warning for people, of one line or several
   */
  default void warned(Migration migration, String warning) {}

  /**
   * A migration could not get its lock in time, was rolled back, and will be tried again.
   *
   * @param nextTry the number of the next try, from 2
   * @param tries how many there are in all
   * @param pause the time until then, in which others get the lock
   */
  default void lockNotHad(Migration migration, int nextTry, int tries, Duration pause) {}

  /** An undo script is about to be sent to the server. */
  default void undoes(Migration migration) {}

  /** A migration is undone and committed. */
  default void undone(UndoneMigration migration) {}

  /** A migration is applied and committed. */
  default void applied(AppliedMigration migration) {}
}
