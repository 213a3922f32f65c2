package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Parameters;
import io.speechtotext.app.database.ServerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What becomes of a job when an attempt has not succeeded, computed by the server. */
final class Retries {

  // Whatever the first pause, it is the longest before it has doubled as often.
  private static final int MOST_DOUBLINGS = 60;

  private Retries() {}

  /** Pending, unless that was the last attempt. */
  static Field<String> status(Condition wasLast) {
    return DSL.when(wasLast, JobStatus.FAILED.text()).otherwise(JobStatus.PENDING.text());
  }

  /** Now, if that was the last attempt. */
  static Field<Instant> completedAt(Condition wasLast) {
    return DSL.when(wasLast, ServerClock.now());
  }

  /** Now and the pause that follows as many attempts as the row says. */
  static <P> Field<Instant> nextAttemptAt(
      Parameters<P> parameters, Function<P, RetryPolicy> policy) {
    return ServerClock.inMicros(
        DSL.field(
            "least({0} * power(2, least(greatest({1}, 1), {2}) - 1), {3})",
            SQLDataType.DOUBLE,
            parameters.bind(SQLDataType.BIGINT, each -> micros(policy.apply(each).first())),
            JOBS.ATTEMPTS,
            DSL.inline(MOST_DOUBLINGS),
            parameters.bind(SQLDataType.BIGINT, each -> micros(policy.apply(each).longest()))));
  }

  private static Long micros(Duration pause) {
    return ServerClock.micros(pause);
  }
}
