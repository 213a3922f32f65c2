package io.speechtotext.app.database;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;

/**
 * Where repositories run their statements: the database, or one transaction on it. Every method
 * throws a {@link io.speechtotext.app.failure.DataException} when a statement does not succeed.
 *
 * <p>What the server has certainly not done, because of a deadlock, a serialization failure or a
 * connection that was lost too early, is done once more before the caller hears of it; so callbacks
 * may run more than once, but for those of an {@link Repeating#UNSAFE} {@link #atomically}.
 */
public interface Statements {

  /** Runs one statement that changes nothing. */
  <T> T read(Function<DSLContext, T> statement);

  /**
   * Runs one statement that changes something, as a transaction of its own unless in one; a second
   * one is refused then.
   */
  <T> T write(Repeating repeating, Function<DSLContext, T> statement);

  /**
   * Runs several statements that happen together or not at all; joins the transaction that it is
   * in, if any, which cannot be committed any more once this has thrown.
   */
  <T> T atomically(Repeating repeating, Function<DSLContext, T> statements);

  /**
   * Runs one query, and hands over each of its rows as they come from the server: at no time are
   * more than some in memory. Runs once.
   *
   * @param each what it throws ends the query, and goes to the caller as it is
   */
  <R extends Record> void forEach(
      Function<DSLContext, ResultQuery<R>> query, Consumer<? super R> each);

  /** Runs one rendered statement that changes nothing. */
  <P, R> R read(Prepared<P, R> statement, P parameters);

  /** Runs one rendered statement that changes something. */
  <P, R> R write(Repeating repeating, Prepared<P, R> statement, P parameters);

  /**
   * The same, and what runs through it is known to metrics and traces as {@code name}. Without one,
   * it is known by the class that runs it.
   *
   * @param name such as {@code jobs.claim}; never holds a value
   */
  Statements named(String name);
}
