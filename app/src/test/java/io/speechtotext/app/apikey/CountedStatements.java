package io.speechtotext.app.apikey;

import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;

/** Passes statements on and counts them. */
class CountedStatements implements Statements {

  private final Statements statements;
  private final AtomicInteger count = new AtomicInteger();

  CountedStatements(Statements statements) {
    this.statements = statements;
  }

  void reset() {
    count.set(0);
  }

  int count() {
    return count.get();
  }

  @Override
  public <T> T read(Function<DSLContext, T> statement) {
    count.incrementAndGet();
    return statements.read(statement);
  }

  @Override
  public <T> T write(Repeating repeating, Function<DSLContext, T> statement) {
    count.incrementAndGet();
    return statements.write(repeating, statement);
  }

  @Override
  public <T> T atomically(Repeating repeating, Function<DSLContext, T> several) {
    count.incrementAndGet();
    return statements.atomically(repeating, several);
  }

  @Override
  public <R extends Record> void forEach(
      Function<DSLContext, ResultQuery<R>> query, Consumer<? super R> each) {
    count.incrementAndGet();
    statements.forEach(query, each);
  }

  @Override
  public <P, R> R read(Prepared<P, R> statement, P parameters) {
    count.incrementAndGet();
    return statements.read(statement, parameters);
  }

  @Override
  public <P, R> R write(Repeating repeating, Prepared<P, R> statement, P parameters) {
    count.incrementAndGet();
    return statements.write(repeating, statement, parameters);
  }

  @Override
  public Statements named(String name) {
    return this;
  }
}
