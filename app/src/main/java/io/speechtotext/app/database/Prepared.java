package io.speechtotext.app.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;

/**
 * A statement that jOOQ builds and renders once, for the paths where rendering it at each call
 * would cost as much as the server's work. Typed as jOOQ is: its parameters are bound to columns,
 * and its rows are read by columns. Immutable and thread-safe; kept in a constant.
 *
 * <pre>{@code
 * private static final Prepared<UUID, Optional<String>> STATUS =
 *     Prepared.optional(
 *         "jobs.status",
 *         (dsl, job) ->
 *             dsl.select(JOBS.STATUS)
 *                 .from(JOBS)
 *                 .where(JOBS.JOB_ID.eq(job.bind(JOBS.JOB_ID, UUID::toString))),
 *         row -> row.get(JOBS.STATUS));
 * }</pre>
 *
 * @param <P> what the parameters are taken from
 * @param <R> what it results in
 */
public final class Prepared<P, R> {

  /** Builds the query, and says where each of its parameters comes from. */
  @FunctionalInterface
  public interface Builder<P, Q> extends BiFunction<DSLContext, Parameters<P>, Q> {}

  private final String name;
  private final Rendered<P> rendered;
  private final Execution<R> execution;

  private Prepared(String name, Rendered<P> rendered, Execution<R> execution) {
    this.name = name;
    this.rendered = rendered;
    this.execution = execution;
  }

  /**
   * A statement whose rows make a list.
   *
   * @param name what metrics and traces call it
   * @throws IllegalArgumentException when a parameter or column is of a type that is not known here
   */
  public static <P, T> Prepared<P, List<T>> list(
      String name, Builder<P, ResultQuery<?>> query, Function<Row, T> mapper) {
    Columns[] columns = new Columns[1];
    Rendered<P> rendered = Rendered.of(query, built -> columns[0] = new Columns(built));
    return new Prepared<>(name, rendered, new Execution.Rows<>(columns[0], mapper));
  }

  /** A statement that has one row or none; the first, should there be several. */
  public static <P, T> Prepared<P, Optional<T>> optional(
      String name, Builder<P, ResultQuery<?>> query, Function<Row, T> mapper) {
    return list(name, query, mapper).then(rows -> rows.stream().findFirst());
  }

  /** A statement that always has exactly one row, such as an INSERT with RETURNING. */
  public static <P, T> Prepared<P, T> single(
      String name, Builder<P, ResultQuery<?>> query, Function<Row, T> mapper) {
    return Prepared.<P, T>list(name, query, mapper)
        .then(
            rows -> {
              if (rows.size() != 1) {
                throw new IllegalStateException(name + " has 1 row, not " + rows.size());
              }
              return rows.get(0);
            });
  }

  /** A statement that results in the number of rows that it touched. */
  public static <P> Prepared<P, Integer> count(String name, Builder<P, RowCountQuery> query) {
    return new Prepared<>(name, Rendered.of(query, built -> {}), PreparedStatement::executeUpdate);
  }

  /** The same statement with another view of its result. */
  public <S> Prepared<P, S> then(Function<R, S> view) {
    return new Prepared<>(name, rendered, statement -> view.apply(execution.of(statement)));
  }

  /** What metrics and traces call it. */
  public String name() {
    return name;
  }

  /** Its text, with {@code ?} for each parameter. */
  public String sql() {
    return rendered.sql();
  }

  /** Runs it as one of the statements of {@link Statements#atomically}, under their name. */
  public R in(DSLContext dsl, P parameters) {
    return dsl.connectionResult(
        connection -> {
          try {
            return run(connection, parameters);
          } catch (SQLException e) {
            throw Translating.in(dsl).translate(e);
          }
        });
  }

  Work<R> with(P parameters) {
    return (connection, exposure) -> run(connection, parameters);
  }

  private R run(Connection connection, P parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(rendered.sql())) {
      rendered.bind(statement, parameters);
      return execution.of(statement);
    }
  }
}
