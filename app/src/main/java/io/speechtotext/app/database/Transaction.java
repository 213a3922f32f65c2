package io.speechtotext.app.database;

import io.speechtotext.app.failure.DataException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one transaction. For one thread. Once a statement was refused, the transaction
 * can only be rolled back, and whoever goes on all the same is told again what was refused.
 */
final class Transaction implements NamedStatements {

  private static final int ROWS_AT_A_TIME = 500;

  private final Connection connection;
  private final Attempts attempts;
  private final DSLContext dsl;
  private @Nullable RuntimeException doom;
  private boolean over;

  Transaction(Connection connection, Attempts attempts, Timeouts timeouts) {
    this.connection = connection;
    this.attempts = attempts;
    this.dsl =
        Dialect.of(Exposure.NONE, this::doom).on(new LongWork.InTransaction(connection, timeouts));
  }

  @Override
  public <T> T read(String name, Function<DSLContext, T> statement) {
    return attempts.once(name, () -> alone(statement));
  }

  @Override
  public <T> T write(String name, Repeating repeating, Function<DSLContext, T> statement) {
    return attempts.once(name, () -> alone(statement));
  }

  @Override
  public <T> T atomically(String name, Repeating repeating, Function<DSLContext, T> statements) {
    try {
      return attempts.once(name, () -> alone(statements));
    } catch (RuntimeException e) {
      // Some of what belongs together may have been done.
      doom(e);
      throw e;
    }
  }

  @Override
  public <R extends Record> void forEach(
      String name, Function<DSLContext, ResultQuery<R>> query, Consumer<? super R> each) {
    attempts.once(name, () -> alone(inside -> stream(query.apply(inside), each)));
  }

  private static <R extends Record> boolean stream(ResultQuery<R> query, Consumer<? super R> each) {
    try (Cursor<R> rows = query.fetchSize(ROWS_AT_A_TIME).fetchLazy()) {
      rows.forEach(each);
      return true;
    }
  }

  @Override
  public <P, R> R read(Prepared<P, R> statement, P parameters) {
    return attempts.once(statement.name(), () -> alone(statement.with(parameters)));
  }

  @Override
  public <P, R> R write(Repeating repeating, Prepared<P, R> statement, P parameters) {
    return read(statement, parameters);
  }

  /** Runs jOOQ's statements without a word to anybody. */
  <T> T alone(Function<DSLContext, T> statements) {
    return guarded(() -> statements.apply(dsl));
  }

  /** Runs a statement without a word to anybody. */
  <T> T alone(Work<T> statement) {
    return guarded(
        () -> {
          try {
            return statement.on(connection, Exposure.NONE);
          } catch (SQLException e) {
            DataException refused = Refusals.translate(e, Exposure.NONE);
            doom(refused);
            throw refused;
          }
        });
  }

  private <T> T guarded(Supplier<T> statement) {
    requireSound();
    try {
      return statement.get();
    } catch (DataAccessException e) {
      throw Refusals.translate(e, Exposure.NONE);
    }
  }

  private void doom(RuntimeException failure) {
    if (doom == null) {
      doom = failure;
    }
  }

  /** Throws what went wrong before, should somebody have overheard it. */
  void requireSound() {
    if (over) {
      throw new IllegalStateException(
          "The transaction is over: its statements belong into its callback");
    }
    if (doom != null) {
      throw doom;
    }
  }

  void end() {
    over = true;
  }
}
