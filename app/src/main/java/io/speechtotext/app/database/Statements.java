package io.speechtotext.app.database;

import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * Where repositories run their statements: the database, or one transaction on it. Every method
 * throws a {@link io.speechtotext.app.failure.DataException} when a statement does not succeed.
 */
public interface Statements {

  /** Runs one statement that changes nothing. */
  <T> T read(Function<DSLContext, T> statement);

  /** Runs one statement that changes something, as a transaction of its own unless in one. */
  <T> T write(Repeating repeating, Function<DSLContext, T> statement);

  /**
   * Runs several statements that happen together or not at all; joins the transaction that it is
   * in, if any. What it does besides may happen more than once.
   */
  <T> T atomically(Repeating repeating, Function<DSLContext, T> statements);
}
