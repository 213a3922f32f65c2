package io.speechtotext.app.apikey;

import static io.speechtotext.jooq.Tables.API_KEY_USAGE;

import io.speechtotext.app.database.ServerClock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.types.DayToSecond;

/** Counts of requests, a row for each key and hour. */
final class UsageRows {

  /** The begin of the present hour by the database's clock: UTC's, whatever the session's zone. */
  static final Field<Instant> PRESENT_HOUR =
      DSL.function(
          "date_trunc",
          SQLDataType.INSTANT,
          DSL.inline("hour"),
          ServerClock.now(),
          DSL.inline("UTC"));

  private UsageRows() {}

  /** Deletes the oldest ones; those that another process is deleting are left to it. */
  static int purge(DSLContext dsl, Duration kept, int most) {
    CommonTableExpression<Record2<Integer, Instant>> oldest =
        DSL.name("oldest").as(oldest(kept, most));
    return dsl.with(oldest)
        .delete(API_KEY_USAGE)
        .where(
            DSL.row(API_KEY_USAGE.API_KEY_ID, API_KEY_USAGE.HOUR)
                .in(
                    DSL.select(
                            oldest.field(API_KEY_USAGE.API_KEY_ID),
                            oldest.field(API_KEY_USAGE.HOUR))
                        .from(oldest)))
        .execute();
  }

  // In a WITH, which is run once: a subquery of the condition may be run for each row that it is
  // compared with, and then gives other rows each time, without a limit.
  private static Select<Record2<Integer, Instant>> oldest(Duration kept, int most) {
    return DSL.select(API_KEY_USAGE.API_KEY_ID, API_KEY_USAGE.HOUR)
        .from(API_KEY_USAGE)
        .where(API_KEY_USAGE.HOUR.lt(PRESENT_HOUR.sub(DayToSecond.valueOf(kept))))
        .orderBy(API_KEY_USAGE.HOUR)
        .limit(most)
        .forUpdate()
        .skipLocked();
  }
}
