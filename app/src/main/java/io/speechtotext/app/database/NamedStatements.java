package io.speechtotext.app.database;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;

/** Runs statements under a name; those that have none go by the class that runs them. */
interface NamedStatements extends Statements {

  <T> T read(String name, Function<DSLContext, T> statement);

  <T> T write(String name, Repeating repeating, Function<DSLContext, T> statement);

  <T> T atomically(String name, Repeating repeating, Function<DSLContext, T> statements);

  <R extends Record> void forEach(
      String name, Function<DSLContext, ResultQuery<R>> query, Consumer<? super R> each);

  @Override
  default <T> T read(Function<DSLContext, T> statement) {
    return read(Caller.of(statement), statement);
  }

  @Override
  default <T> T write(Repeating repeating, Function<DSLContext, T> statement) {
    return write(Caller.of(statement), repeating, statement);
  }

  @Override
  default <T> T atomically(Repeating repeating, Function<DSLContext, T> statements) {
    return atomically(Caller.of(statements), repeating, statements);
  }

  @Override
  default <R extends Record> void forEach(
      Function<DSLContext, ResultQuery<R>> query, Consumer<? super R> each) {
    forEach(Caller.of(query), query, each);
  }

  @Override
  default Statements named(String name) {
    return new Named(this, name);
  }
}
