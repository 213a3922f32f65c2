package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.ServerClock;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What becomes of a job when an attempt has not succeeded, computed by the server. */
final class Retries {

  // Whatever the first pause, it does not double more often than this before it is the longest.
  private static final int MOST_DOUBLINGS = 60;

  private final RetryPolicy policy;

  Retries(RetryPolicy policy) {
    this.policy = policy;
  }

  /** Pending, unless that was the last attempt. */
  static Field<String> status(Condition wasLast) {
    return DSL.when(wasLast, JobStatus.FAILED.text()).otherwise(JobStatus.PENDING.text());
  }

  /** Now, if that was the last attempt. */
  static Field<Instant> completedAt(Condition wasLast) {
    return DSL.when(wasLast, ServerClock.now());
  }

  /** Now and the pause that follows as many attempts as the row says. */
  Field<Instant> nextAttemptAt() {
    return ServerClock.inMicros(
        DSL.field(
            "least({0} * power(2, least({1}, {2}) - 1), {3})",
            SQLDataType.DOUBLE,
            DSL.val((double) ServerClock.micros(policy.first())),
            DSL.greatest(JOBS.ATTEMPTS, DSL.inline(1)),
            DSL.inline(MOST_DOUBLINGS),
            DSL.val((double) ServerClock.micros(policy.longest()))));
  }
}
