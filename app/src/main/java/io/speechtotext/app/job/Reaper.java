package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.ServerClock;
import io.speechtotext.app.database.Statements;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** What becomes of jobs whose workers are gone. */
final class Reaper {

  private static final NumberRule LIMIT = new NumberRule("limit", 1, 10_000);
  private static final JobFailure GONE =
      JobFailure.retryable("lease_expired", "The worker that had the job did not finish it");

  // A job that the old service took counts no attempt; this was one.
  private static final Field<Integer> ATTEMPTS = DSL.greatest(JOBS.ATTEMPTS, DSL.inline(1));

  private final Statements statements;
  private final JobSettings settings;
  private final Retries retries;

  Reaper(Statements statements, JobSettings settings) {
    this.statements = statements;
    this.settings = settings;
    this.retries = new Retries(settings.retry());
  }

  Reaped reap(int limit) {
    LIMIT.check(limit);
    Condition wasLast = ATTEMPTS.ge(JOBS.MAX_ATTEMPTS);
    List<String> after =
        statements.write(
            Repeating.SAFE,
            dsl ->
                dsl.update(JOBS)
                    .set(JOBS.STATUS, Retries.status(wasLast))
                    .set(JOBS.COMPLETED_AT, Retries.completedAt(wasLast))
                    .set(JOBS.ATTEMPTS, ATTEMPTS)
                    .set(JOBS.NEXT_ATTEMPT_AT, retries.nextAttemptAt())
                    .setNull(JOBS.LEASE_TOKEN)
                    .setNull(JOBS.LEASE_EXPIRES_AT)
                    .set(JOBS.ERROR_CODE, GONE.code())
                    .set(JOBS.ERROR_MESSAGE, GONE.message())
                    .set(JOBS.ERROR_DETAIL, detail())
                    .where(JOBS.ID.eq(DSL.any(DSL.array(expired(limit)))))
                    .returningResult(JOBS.STATUS)
                    .fetch(JOBS.STATUS));
    int failed = (int) after.stream().filter(JobStatus.FAILED.text()::equals).count();
    return new Reaped(after.size() - failed, failed);
  }

  private Select<Record1<Integer>> expired(int limit) {
    return DSL.select(JOBS.ID)
        .from(JOBS)
        // Not a parameter: the index holds jobs in processing alone, and so has to be told.
        .where(JOBS.STATUS.eq(DSL.inline(JobStatus.PROCESSING.text())))
        .and(JOBS.LEASE_EXPIRES_AT.lt(ServerClock.now()).or(isAbandonedByTheOldService()))
        .orderBy(JOBS.ID)
        .limit(limit)
        .forUpdate()
        .skipLocked();
  }

  private Condition isAbandonedByTheOldService() {
    return JOBS.LEASE_EXPIRES_AT
        .isNull()
        .and(
            DSL.coalesce(JOBS.STARTED_AT, JOBS.UPDATED_AT)
                .lt(ServerClock.ago(settings.legacyPatience())));
  }

  private static Field<String> detail() {
    return DSL.concat(
        DSL.inline("worker "),
        DSL.coalesce(JOBS.WORKER, DSL.inline("of the old service")),
        DSL.inline(", attempt "),
        ATTEMPTS.cast(String.class),
        DSL.inline(", lease until "),
        DSL.coalesce(JOBS.LEASE_EXPIRES_AT.cast(String.class), DSL.inline("unknown")));
  }
}
