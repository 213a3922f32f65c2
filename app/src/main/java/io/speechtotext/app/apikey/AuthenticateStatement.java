package io.speechtotext.app.apikey;

import static io.speechtotext.jooq.Tables.API_KEYS;
import static io.speechtotext.jooq.Tables.API_KEY_USAGE;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.update;

import io.speechtotext.app.apikey.Authentication.Authenticated;
import io.speechtotext.app.apikey.Authentication.RateLimited;
import io.speechtotext.app.apikey.Authentication.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.types.DayToSecond;

/**
 * Looks a key up, counts the request if it is within the key's limit, and notes the use: one
 * statement, so that it is one round trip, and so that no request slips in between.
 *
 * <p>The limit holds under any concurrency, for the row of the hour is locked before it is
 * compared. Nothing waits for the note of the use: where the key's row is locked, it is left out.
 */
final class AuthenticateStatement {

  private static final Duration HOUR = Duration.ofHours(1);

  private static final Name KEY = name("key");
  private static final Field<Integer> KEY_ID = field(name("key", "id"), Integer.class);
  private static final Field<Integer> LIMIT = field(name("key", "rate_limit"), Integer.class);
  private static final Name COUNTED = name("counted");
  private static final Field<Integer> REQUESTS = field(name("counted", "requests"), Integer.class);
  private static final Field<Instant> BEGIN_OF_HOUR = UsageRows.PRESENT_HOUR.as("hour");
  private static final Field<Instant> NOW = currentInstant().as("now");

  private final KeyDigest digest;
  private final Duration touchInterval;

  AuthenticateStatement(KeyDigest digest, Duration touchInterval) {
    this.digest = digest;
    this.touchInterval = touchInterval;
  }

  Authentication run(DSLContext dsl) {
    CommonTableExpression<?> key = KEY.as(key());
    CommonTableExpression<?> counted = COUNTED.as(count());
    return dsl.with(key, counted, name("touched").as(touch()))
        .select(key.fields())
        .select(REQUESTS, BEGIN_OF_HOUR, NOW)
        .from(key)
        .leftJoin(counted)
        .on(inline(true))
        .fetchOptional(AuthenticateStatement::authentication)
        .orElseGet(Unknown::new);
  }

  private ResultQuery<?> key() {
    return select(ApiKeyRows.COLUMNS)
        .from(API_KEYS)
        .where(API_KEYS.KEY_DIGEST.eq(digest.bytes()))
        .and(ApiKeyRows.letsIn());
  }

  // A key without a limit is not counted, so that its requests do not wait for each other.
  private static ResultQuery<?> count() {
    return insertInto(
            API_KEY_USAGE, API_KEY_USAGE.API_KEY_ID, API_KEY_USAGE.HOUR, API_KEY_USAGE.REQUESTS)
        .select(
            select(KEY_ID, UsageRows.PRESENT_HOUR, inline(1)).from(KEY).where(LIMIT.gt(inline(0))))
        .onConflict(API_KEY_USAGE.API_KEY_ID, API_KEY_USAGE.HOUR)
        .doUpdate()
        .set(API_KEY_USAGE.REQUESTS, API_KEY_USAGE.REQUESTS.plus(inline(1)))
        .where(API_KEY_USAGE.REQUESTS.lt(field(select(LIMIT).from(KEY))))
        .returning(API_KEY_USAGE.REQUESTS);
  }

  private ResultQuery<?> touch() {
    Field<Instant> due = currentInstant().sub(DayToSecond.valueOf(touchInterval));
    return update(API_KEYS)
        .set(API_KEYS.LAST_USED_AT, currentInstant())
        .where(
            API_KEYS.ID.eq(
                field(
                    select(API_KEYS.ID)
                        .from(API_KEYS)
                        .where(API_KEYS.ID.eq(field(select(KEY_ID).from(KEY).where(isLetIn()))))
                        .and(API_KEYS.LAST_USED_AT.isNull().or(API_KEYS.LAST_USED_AT.le(due)))
                        .forNoKeyUpdate()
                        .skipLocked())))
        .returning(API_KEYS.ID);
  }

  private static Condition isLetIn() {
    return LIMIT.isNull().or(exists(selectOne().from(COUNTED)));
  }

  private static Authentication authentication(Record row) {
    ApiKey key = ApiKeyRows.key(row);
    Integer limit = key.rateLimitPerHour();
    if (limit == null) {
      return new Authenticated(key, Optional.empty());
    }
    Optional<Integer> requests = Optional.ofNullable(row.get(REQUESTS));
    Quota quota = quota(Math.max(limit, 0), limit - requests.orElse(limit), row);
    return requests.isPresent()
        ? new Authenticated(key, Optional.of(quota))
        : new RateLimited(quota);
  }

  private static Quota quota(int limit, int remaining, Record row) {
    Instant resetsAt = row.get(BEGIN_OF_HOUR).plus(HOUR);
    return new Quota(limit, remaining, resetsAt, Duration.between(row.get(NOW), resetsAt));
  }
}
