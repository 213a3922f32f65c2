package io.speechtotext.app.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Function;
import org.jooq.Converter;
import org.jspecify.annotations.Nullable;

/** Sets one parameter of a statement. */
@FunctionalInterface
interface Binder<P> {

  void bind(PreparedStatement statement, int index, P parameters) throws SQLException;

  static <P, T> Binder<P> of(
      JdbcType<?> jdbc, Converter<?, T> converter, Function<P, ? extends @Nullable T> value) {
    return (statement, index, parameters) ->
        jdbc.set(statement, index, stored(converter, value.apply(parameters)));
  }

  private static <T> @Nullable Object stored(Converter<?, T> converter, @Nullable T value) {
    return value == null ? null : converter.to(value);
  }
}
