package io.speechtotext.app.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
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
  private final JdbcType<?>[] types;

  // jOOQ finds a column by comparing names. Columns are constants, so this is done once for each:
  // what was found is never changed, but replaced by what holds one more.
  private volatile IdentityHashMap<Field<?>, Integer> found = new IdentityHashMap<>();

  Columns(Fields fields) {
    this.fields = fields;
    this.types =
        Arrays.stream(fields.fields())
            .map(field -> JdbcType.of(field.getConverter().fromType()))
            .toArray(JdbcType<?>[]::new);
  }

  /** Reads a column of the row that the result stands at. */
  <T> @Nullable T read(Field<T> field, ResultSet results) throws SQLException {
    int index = indexOf(field);
    Object stored = types[index].get(results, index + 1);
    return stored == null ? null : value(field.getConverter(), stored);
  }

  @SuppressWarnings("unchecked") // the reader was chosen by the converter's type
  private static <S, T> T value(Converter<S, T> converter, Object stored) {
    return converter.from((S) stored);
  }

  private int indexOf(Field<?> field) {
    Integer index = found.get(field);
    return index == null ? find(field) : index;
  }

  private synchronized int find(Field<?> field) {
    int index = fields.indexOf(field);
    if (index < 0) {
      throw new IllegalArgumentException(field.getName() + " is not selected");
    }
    if (!types[index].equals(JdbcType.of(field.getConverter().fromType()))) {
      throw new IllegalArgumentException(field.getName() + " is selected with another type");
    }
    if (found.size() < REMEMBERED) {
      IdentityHashMap<Field<?>, Integer> more = new IdentityHashMap<>(found);
      more.put(field, index);
      found = more;
    }
    return index;
  }
}
