package io.speechtotext.app.database;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;

/** Statements of one name. */
record Named(NamedStatements target, String name) implements Statements {

  @Override
  public <T> T read(Function<DSLContext, T> statement) {
    return target.read(name, statement);
  }

  @Override
  public <T> T write(Repeating repeating, Function<DSLContext, T> statement) {
    return target.write(name, repeating, statement);
  }

  @Override
  public <T> T atomically(Repeating repeating, Function<DSLContext, T> statements) {
    return target.atomically(name, repeating, statements);
  }

  @Override
  public <R extends Record> void forEach(
      Function<DSLContext, ResultQuery<R>> query, Consumer<? super R> each) {
    target.forEach(name, query, each);
  }

  @Override
  public <P, R> R read(Prepared<P, R> statement, P parameters) {
    return target.read(statement, parameters);
  }

  @Override
  public <P, R> R write(Repeating repeating, Prepared<P, R> statement, P parameters) {
    return target.write(repeating, statement, parameters);
  }

  @Override
  public Statements named(String other) {
    return target.named(other);
  }
}
