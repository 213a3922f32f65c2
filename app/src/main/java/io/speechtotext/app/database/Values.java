package io.speechtotext.app.database;

import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Prepared} statement takes values from while it is being built: its {@link
 * Parameters}, or the rows of a {@link Batch}.
 *
 * @param <P> what the values are of
 */
public interface Values<P> {

  /**
   * A value of a column's type.
   *
   * @param column what it is compared with or stored in
   * @param value takes it from what the statement is run with; null for SQL's NULL
   */
  <T> Field<T> bind(Field<T> column, Function<P, ? extends @Nullable T> value);
}
