package io.speechtotext.migrator.session;

/** Is told that a command has to wait. */
@FunctionalInterface
public interface WaitListener {

  /**
   * Another migrator is at work on the database, and will be waited for.
   *
   * @param holder which, for people: process id, role and start of its connection
   */
  void waitingFor(String holder);
}
