package io.speechtotext.app.database;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * How the driver takes and gives values of one Java type.
 *
 * @param sqlType for NULL
 */
record JdbcType<T>(int sqlType, Setter<T> setter, Getter<T> getter) {

  /** Sets a parameter. */
  @FunctionalInterface
  interface Setter<T> {
    void set(PreparedStatement statement, int index, T value) throws SQLException;
  }

  /** Reads a column; null for SQL's NULL. */
  @FunctionalInterface
  interface Getter<T> {
    @Nullable T get(ResultSet results, int index) throws SQLException;
  }

  private static final Map<Class<?>, JdbcType<?>> KNOWN =
      Map.ofEntries(
          known(String.class, Types.VARCHAR, PreparedStatement::setString, ResultSet::getString),
          primitive(Integer.class, Types.INTEGER, PreparedStatement::setInt, ResultSet::getInt),
          primitive(Long.class, Types.BIGINT, PreparedStatement::setLong, ResultSet::getLong),
          primitive(Short.class, Types.SMALLINT, PreparedStatement::setShort, ResultSet::getShort),
          primitive(Double.class, Types.DOUBLE, PreparedStatement::setDouble, ResultSet::getDouble),
          primitive(Float.class, Types.REAL, PreparedStatement::setFloat, ResultSet::getFloat),
          primitive(
              Boolean.class, Types.BOOLEAN, PreparedStatement::setBoolean, ResultSet::getBoolean),
          known(
              BigDecimal.class,
              Types.NUMERIC,
              PreparedStatement::setBigDecimal,
              ResultSet::getBigDecimal),
          known(byte[].class, Types.BINARY, PreparedStatement::setBytes, ResultSet::getBytes),
          known(UUID.class, Types.OTHER, PreparedStatement::setObject, object(UUID.class)),
          known(
              Instant.class,
              Types.TIMESTAMP_WITH_TIMEZONE,
              (statement, index, value) ->
                  statement.setObject(index, value.atOffset(ZoneOffset.UTC)),
              (results, index) -> instant(results.getObject(index, OffsetDateTime.class))),
          known(
              JSONB.class,
              Types.VARCHAR,
              (statement, index, value) -> statement.setString(index, value.data()),
              (results, index) -> JSONB.jsonbOrNull(results.getString(index))),
          known(
              JSON.class,
              Types.VARCHAR,
              (statement, index, value) -> statement.setString(index, value.data()),
              (results, index) -> JSON.jsonOrNull(results.getString(index))),
          array(String[].class, "text"),
          array(Integer[].class, "int4"),
          array(Long[].class, "int8"),
          array(Double[].class, "float8"),
          array(UUID[].class, "uuid"),
          known(
              JSONB[].class,
              Types.ARRAY,
              (statement, index, value) -> statement.setArray(index, array(statement, value)),
              (results, index) -> JdbcType.jsonbs(results.getArray(index))));

  /**
   * The way of a Java type.
   *
   * @throws IllegalArgumentException when it has none
   */
  static JdbcType<?> of(Class<?> javaType) {
    JdbcType<?> type = KNOWN.get(javaType);
    if (type == null) {
      throw new IllegalArgumentException("no way to bind or read a " + javaType.getName());
    }
    return type;
  }

  @SuppressWarnings("unchecked") // the caller's converter yields what this type was looked up by
  void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
    if (value == null) {
      statement.setNull(index, sqlType);
    } else {
      setter.set(statement, index, (T) value);
    }
  }

  @Nullable T get(ResultSet results, int index) throws SQLException {
    return getter.get(results, index);
  }

  // JDBC gives 0 and false where there is nothing.
  private static <T> Map.Entry<Class<?>, JdbcType<?>> primitive(
      Class<T> boxed, int sqlType, Setter<T> setter, Getter<T> getter) {
    return known(
        boxed,
        sqlType,
        setter,
        (results, index) -> {
          T value = getter.get(results, index);
          return results.wasNull() ? null : value;
        });
  }

  private static <T> Map.Entry<Class<?>, JdbcType<?>> known(
      Class<T> javaType, int sqlType, Setter<T> setter, Getter<T> getter) {
    return Map.entry(javaType, new JdbcType<>(sqlType, setter, getter));
  }

  private static <T> Map.Entry<Class<?>, JdbcType<?>> array(Class<T[]> javaType, String element) {
    return known(
        javaType,
        Types.ARRAY,
        (statement, index, value) ->
            statement.setArray(index, statement.getConnection().createArrayOf(element, value)),
        (results, index) -> elements(javaType, results.getArray(index)));
  }

  private static <T> @Nullable T elements(Class<T> javaType, @Nullable Array array)
      throws SQLException {
    return array == null ? null : javaType.cast(array.getArray());
  }

  // The driver knows no JSONB of jOOQ's.
  private static Array array(PreparedStatement statement, JSONB[] values) throws SQLException {
    @Nullable String[] texts = new String[values.length];
    Arrays.setAll(texts, i -> values[i] == null ? null : values[i].data());
    return statement.getConnection().createArrayOf("jsonb", texts);
  }

  private static JSONB @Nullable [] jsonbs(@Nullable Array array) throws SQLException {
    String[] texts = elements(String[].class, array);
    return texts == null ? null : Stream.of(texts).map(JSONB::jsonbOrNull).toArray(JSONB[]::new);
  }

  private static <T> Getter<T> object(Class<T> javaType) {
    return (results, index) -> results.getObject(index, javaType);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
