package io.speechtotext.app.apikey;

import static io.speechtotext.jooq.Tables.API_KEYS;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;

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

  private ApiKeyRows() {}

  /** Active and unexpired, by the database's clock. */
  static Condition letsIn() {
    return API_KEYS
        .IS_ACTIVE
        .isTrue()
        .and(API_KEYS.EXPIRES_AT.isNull().or(API_KEYS.EXPIRES_AT.gt(DSL.currentInstant())));
  }

  static ApiKey key(Record row) {
    return new ApiKey(
        row.get(API_KEYS.ID),
        row.get(API_KEYS.NAME),
        row.get(API_KEYS.KEY_PREFIX),
        row.get(API_KEYS.DESCRIPTION),
        row.get(API_KEYS.IS_ACTIVE),
        row.get(API_KEYS.IS_ADMIN),
        row.get(API_KEYS.RATE_LIMIT),
        row.get(API_KEYS.CREATED_AT),
        row.get(API_KEYS.UPDATED_AT),
        row.get(API_KEYS.LAST_USED_AT),
        row.get(API_KEYS.EXPIRES_AT));
  }
}
