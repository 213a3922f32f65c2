package io.speechtotext.app.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.Fields;
import org.jspecify.annotations.Nullable;

/** The columns of a result, each with the way to read it. Thread-safe. */
final class Columns {

  // For those who make a new field at each row, against this class's advice.
  private static final int REMEMBERED = 100;

  private final Fields fields;

  // jOOQ finds a column by comparing names. Columns are constants, so this is done once for each:
  // what was found is never changed, but replaced by what holds one more.
  private volatile IdentityHashMap<Field<?>, Column<?, ?>> found = new IdentityHashMap<>();

  Columns(Fields fields) {
    this.fields = fields;
    for (Field<?> field : fields.fields()) {
      JdbcType.of(field.getConverter().fromType());
    }
  }

  /** Reads a column of the row that the result stands at. */
  @SuppressWarnings("unchecked") // of the field that it was found by
  <T> @Nullable T read(Field<T> field, ResultSet results) throws SQLException {
    Column<?, T> column = (Column<?, T>) found.get(field);
    return (column == null ? find(field) : column).read(results);
  }

  private synchronized <T> Column<?, T> find(Field<T> field) {
    int index = fields.indexOf(field);
    if (index < 0) {
      throw new IllegalArgumentException(field.getName() + " is not selected");
    }
    Class<?> selected = fields.fields()[index].getConverter().fromType();
    if (!selected.equals(field.getConverter().fromType())) {
      throw new IllegalArgumentException(field.getName() + " is selected with another type");
    }
    Column<?, T> column = Column.of(index + 1, field.getConverter());
    if (found.size() < REMEMBERED) {
      IdentityHashMap<Field<?>, Column<?, ?>> more = new IdentityHashMap<>(found);
      more.put(field, column);
      found = more;
    }
    return column;
  }

  /** One column: where it is, how the driver gives it, and what it means here. */
  private record Column<S, T>(int index, JdbcType<S> type, Converter<S, T> converter) {

    @SuppressWarnings("unchecked") // the type is looked up by the converter's
    static <S, T> Column<S, T> of(int index, Converter<S, T> converter) {
      return new Column<>(index, (JdbcType<S>) JdbcType.of(converter.fromType()), converter);
    }

    @Nullable T read(ResultSet results) throws SQLException {
      S stored = type.get(results, index);
      return stored == null ? null : converter.from(stored);
    }
  }
}
