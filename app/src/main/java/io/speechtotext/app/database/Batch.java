package io.speechtotext.app.database;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Many things that one statement is run for, as the rows of a table. They reach the server as an
 * array for each column, so that the statement reads the same however many there are.
 *
 * @param <E> what a row is of
 */
public final class Batch<E> implements Values<E> {

  private static final String NAME = "given";

  private final Parameters<List<E>> parameters;
  private final List<Param<?>> arrays = new ArrayList<>();

  /** A batch without columns; of a statement that is run with the list of all rows. */
  public Batch(Parameters<List<E>> parameters) {
    this.parameters = parameters;
  }

  /** Adds a column. */
  @Override
  public <T> Field<T> bind(Field<T> column, Function<E, ? extends @Nullable T> value) {
    DataType<T> type = column.getDataType();
    arrays.add(parameters.bind(type.array(), rows -> array(type, rows, value)));
    return DSL.field(DSL.name(NAME, column(arrays.size())), type);
  }

  /** The rows, to be joined when all columns are bound. */
  public Table<?> rows() {
    String holes = numbered("{%d}", 0);
    String columns = numbered(column("%d"), 1);
    return DSL.table(
        "unnest(%s) AS %s (%s)".formatted(holes, NAME, columns), arrays.toArray(Param<?>[]::new));
  }

  private String numbered(String each, int first) {
    return IntStream.range(first, first + arrays.size())
        .mapToObj(each::formatted)
        .collect(Collectors.joining(", "));
  }

  private static String column(Object number) {
    return "value_" + number;
  }

  @SuppressWarnings("unchecked") // an array of the type's class
  private static <E, T> T[] array(
      DataType<T> type, List<E> rows, Function<E, ? extends @Nullable T> value) {
    Object array = Array.newInstance(type.getType(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Array.set(array, i, value.apply(rows.get(i)));
    }
    return (T[]) array;
  }
}
