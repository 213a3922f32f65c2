package io.speechtotext.codegen;

import java.lang.reflect.Field;
import java.util.Locale;
import java.util.Locale.Category;
import org.jooq.DataType;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Lets jOOQ generate by no machine's rules of upper and lower case. It changes names by the default
 * locale, whatever it is told of the target's, so that under Turkish rules {@code is_initial}
 * becomes {@code i̇sİnitial}, and {@code int4} a type that it does not know.
 */
final class NeutralLocale {

  private static final String POSTGRES_TYPES = "org.jooq.util.postgres.PostgresDataType";

  private NeutralLocale() {}

  /** Does something in it. The whole JVM has it meanwhile, for there is no other way. */
  static void during(Runnable action) {
    Locale before = Locale.getDefault();
    Locale display = Locale.getDefault(Category.DISPLAY);
    Locale format = Locale.getDefault(Category.FORMAT);
    Locale.setDefault(Locale.ROOT);
    try {
      nameTypes(null, SQLDataType.class);
      nameTypes(SQLDialect.POSTGRES, Class.forName(POSTGRES_TYPES));
      action.run();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this jOOQ keeps its types elsewhere", e);
    } finally {
      Locale.setDefault(before);
      Locale.setDefault(Category.DISPLAY, display);
      Locale.setDefault(Category.FORMAT, format);
    }
  }

  // jOOQ knows types by their names in upper case, as they were when its classes were loaded.
  private static void nameTypes(@Nullable SQLDialect dialect, Class<?> types)
      throws IllegalAccessException {
    for (Field field : types.getFields()) {
      if (field.get(null) instanceof DataType<?> type) {
        nameType(dialect, type);
      }
    }
  }

  // Made to be registered, which leaves alone a type that is.
  private static <T> void nameType(@Nullable SQLDialect dialect, DataType<T> type) {
    new DefaultDataType<>(dialect, type.getSQLDataType(), type.getTypeName());
  }
}
