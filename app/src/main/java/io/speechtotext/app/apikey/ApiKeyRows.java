package io.speechtotext.app.apikey;

import static io.speechtotext.jooq.Tables.API_KEYS;

import io.speechtotext.app.database.ServerClock;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** What of a row of {@code api_keys} is read: neither of its hashes. */
final class ApiKeyRows {

  static final List<TableField<?, ?>> COLUMNS =
      List.of(
          API_KEYS.ID,
          API_KEYS.NAME,
          API_KEYS.KEY_PREFIX,
          API_KEYS.DESCRIPTION,
          API_KEYS.IS_ACTIVE,
          API_KEYS.IS_ADMIN,
          API_KEYS.RATE_LIMIT,
          API_KEYS.CREATED_AT,
          API_KEYS.UPDATED_AT,
          API_KEYS.LAST_USED_AT,
          API_KEYS.EXPIRES_AT);

  /** The values of one row, however it was read. */
  @FunctionalInterface
  interface Cells {
    <T> @Nullable T of(Field<T> column);
  }

  private ApiKeyRows() {}

  /** Active and unexpired, by the database's clock. */
  static Condition letsIn() {
    return API_KEYS
        .IS_ACTIVE
        .isTrue()
        .and(API_KEYS.EXPIRES_AT.isNull().or(API_KEYS.EXPIRES_AT.gt(ServerClock.now())));
  }

  static ApiKey key(Record row) {
    return key(row::get);
  }

  static ApiKey key(Cells cells) {
    return new ApiKey(
        required(cells, API_KEYS.ID),
        required(cells, API_KEYS.NAME),
        cells.of(API_KEYS.KEY_PREFIX),
        cells.of(API_KEYS.DESCRIPTION),
        required(cells, API_KEYS.IS_ACTIVE),
        required(cells, API_KEYS.IS_ADMIN),
        cells.of(API_KEYS.RATE_LIMIT),
        required(cells, API_KEYS.CREATED_AT),
        required(cells, API_KEYS.UPDATED_AT),
        cells.of(API_KEYS.LAST_USED_AT),
        cells.of(API_KEYS.EXPIRES_AT));
  }

  private static <T> T required(Cells cells, Field<T> column) {
    return Objects.requireNonNull(cells.of(column), column.getName());
  }
}
