package io.speechtotext.app.apikey;

import static io.speechtotext.jooq.Tables.API_KEYS;
import static io.speechtotext.jooq.Tables.API_KEY_USAGE;
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
import io.speechtotext.app.database.Parameters;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.database.Row;
import io.speechtotext.app.database.ServerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.ResultQuery;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Looks a key up, counts the request if it is within the key's limit, and notes the use: one
 * statement, so that it is one round trip, and so that no request slips in between.
 *
 * <p>The limit holds under any concurrency, for the row of the hour is locked before it is
 * compared. Nothing waits for the note of the use: where the key's row is locked, it is left out.
 */
final class AuthenticateStatement {

  /**
   * What it is run with.
   *
   * @param touchInterval how old {@code last_used_at} becomes before a use is written there
   */
  record Request(KeyDigest digest, Duration touchInterval) {

    long touchMicrosAgo() {
      return -ServerClock.micros(touchInterval);
    }
  }

  private static final Duration HOUR = Duration.ofHours(1);

  private static final Name KEY = name("key");
  private static final Field<Integer> KEY_ID = field(name("key", "id"), Integer.class);
  private static final Field<Integer> LIMIT = field(name("key", "rate_limit"), Integer.class);
  private static final Name COUNTED = name("counted");
  private static final Field<Integer> REQUESTS = field(name("counted", "requests"), Integer.class);
  private static final Field<Instant> BEGIN_OF_HOUR = UsageRows.PRESENT_HOUR.as("hour");
  private static final Field<Instant> NOW = ServerClock.now().as("now");

  static final Prepared<Request, Authentication> AUTHENTICATE =
      Prepared.optional(
              "apiKeys.authenticate",
              AuthenticateStatement::query,
              AuthenticateStatement::authentication)
          .then(found -> found.orElseGet(Unknown::new));

  private AuthenticateStatement() {}

  private static ResultQuery<?> query(DSLContext dsl, Parameters<Request> request) {
    CommonTableExpression<?> key = KEY.as(key(request));
    CommonTableExpression<?> counted = COUNTED.as(count());
    return dsl.with(key, counted, name("touched").as(touch(request)))
        .select(key.fields())
        .select(REQUESTS, BEGIN_OF_HOUR, NOW)
        .from(key)
        .leftJoin(counted)
        .on(inline(true));
  }

  private static ResultQuery<?> key(Parameters<Request> request) {
    return select(ApiKeyRows.COLUMNS)
        .from(API_KEYS)
        .where(
            API_KEYS.KEY_DIGEST.eq(
                request.bind(API_KEYS.KEY_DIGEST, given -> given.digest().bytes())))
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

  private static ResultQuery<?> touch(Parameters<Request> request) {
    return update(API_KEYS)
        .set(API_KEYS.LAST_USED_AT, ServerClock.now())
        .where(
            API_KEYS.ID.eq(
                field(
                    select(API_KEYS.ID)
                        .from(API_KEYS)
                        .where(API_KEYS.ID.eq(field(select(KEY_ID).from(KEY).where(isLetIn()))))
                        .and(
                            API_KEYS
                                .LAST_USED_AT
                                .isNull()
                                .or(API_KEYS.LAST_USED_AT.le(due(request))))
                        .forNoKeyUpdate()
                        .skipLocked())))
        .returning(API_KEYS.ID);
  }

  private static Condition isLetIn() {
    return LIMIT.isNull().or(exists(selectOne().from(COUNTED)));
  }

  private static Field<Instant> due(Parameters<Request> request) {
    return ServerClock.inMicros(request.bind(SQLDataType.BIGINT, Request::touchMicrosAgo));
  }

  private static Authentication authentication(Row row) {
    ApiKey key = ApiKeyRows.key(row::find);
    Integer limit = key.rateLimitPerHour();
    if (limit == null) {
      return new Authenticated(key, Optional.empty());
    }
    @Nullable Integer requests = row.find(REQUESTS);
    return requests == null
        ? new RateLimited(quota(limit, 0, row))
        : new Authenticated(key, Optional.of(quota(limit, limit - requests, row)));
  }

  // Rows of the old service may hold a limit below 0.
  private static Quota quota(int limit, int remaining, Row row) {
    Instant resetsAt = row.get(BEGIN_OF_HOUR).plus(HOUR);
    Duration resetsIn = Duration.between(row.get(NOW), resetsAt);
    return new Quota(Math.max(limit, 0), remaining, resetsAt, resetsIn);
  }
}
