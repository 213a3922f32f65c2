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
import java.util.Map;
import java.util.UUID;
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

  /** Reads a column; what it returns counts for nothing where the column is null. */
  @FunctionalInterface
  interface Getter<T> {
    @Nullable T get(ResultSet results, int index) throws SQLException;
  }

  private static final Map<Class<?>, JdbcType<?>> KNOWN =
      Map.ofEntries(
          known(String.class, Types.VARCHAR, PreparedStatement::setString, ResultSet::getString),
          known(Integer.class, Types.INTEGER, PreparedStatement::setInt, ResultSet::getInt),
          known(Long.class, Types.BIGINT, PreparedStatement::setLong, ResultSet::getLong),
          known(Short.class, Types.SMALLINT, PreparedStatement::setShort, ResultSet::getShort),
          known(Double.class, Types.DOUBLE, PreparedStatement::setDouble, ResultSet::getDouble),
          known(Float.class, Types.REAL, PreparedStatement::setFloat, ResultSet::getFloat),
          known(Boolean.class, Types.BOOLEAN, PreparedStatement::setBoolean, ResultSet::getBoolean),
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
          array(UUID[].class, "uuid"));

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
    T value = getter.get(results, index);
    return results.wasNull() ? null : value;
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

  private static <T> Getter<T> object(Class<T> javaType) {
    return (results, index) -> results.getObject(index, javaType);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
