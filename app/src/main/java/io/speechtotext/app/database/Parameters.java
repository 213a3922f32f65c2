package io.speechtotext.app.database;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a {@link Prepared} statement while it is being built. What is in the query
 * without having come from here is a constant, and becomes part of the text.
 *
 * @param <P> what their values are taken from
 */
public final class Parameters<P> implements Values<P> {

  private final Map<String, Binder<P>> binders = new LinkedHashMap<>();

  Parameters() {}

  /** A parameter of a column's type. */
  @Override
  public <T> Param<T> bind(Field<T> column, Function<P, ? extends @Nullable T> value) {
    return bind(column.getDataType(), value);
  }

  /**
   * A parameter of a type that no column has.
   *
   * @param value takes it from what the statement is run with; null for SQL's NULL
   */
  public <T> Param<T> bind(DataType<T> type, Function<P, ? extends @Nullable T> value) {
    String name = "p" + binders.size();
    JdbcType<?> jdbc = JdbcType.of(type.getConverter().fromType());
    binders.put(name, Binder.of(jdbc, type.getConverter(), value));
    return DSL.param(name, type);
  }

  Binder<P> binder(String name) {
    Binder<P> binder = binders.get(name);
    if (binder == null) {
      throw new IllegalArgumentException("parameter " + name + " was not made by bind");
    }
    return binder;
  }

  /** How many there are. */
  int count() {
    return binders.size();
  }
}
