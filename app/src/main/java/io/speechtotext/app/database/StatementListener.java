package io.speechtotext.app.database;

/**
 * Hears of each statement when it has ended, in the thread that ran it. Must be quick and
 * thread-safe. What it throws is logged, and changes nothing for the statement's caller.
 */
@FunctionalInterface
public interface StatementListener {

  /** A statement, or a transaction, has ended one way or the other. */
  void ended(StatementReport statement);
}
