package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Parameters;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.ServerClock;
import io.speechtotext.app.database.Statements;
import java.time.Duration;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What becomes of jobs whose workers are gone. */
final class Reaper {

  private record Round(int limit, Duration legacyPatience) {
    Long patienceMicros() {
      return -ServerClock.micros(legacyPatience);
    }
  }

  private static final NumberRule LIMIT = new NumberRule("limit", 1, 10_000);
  private static final JobFailure GONE =
      JobFailure.retryable("lease_expired", "The worker that had the job did not finish it");

  // A job that the old service took counts no attempt; this was one.
  private static final Field<Integer> ATTEMPTS = DSL.greatest(JOBS.ATTEMPTS, DSL.inline(1));

  private static final Prepared<Round, List<String>> REAP =
      Prepared.list("jobs.reap", Reaper::reap, row -> row.get(JOBS.STATUS));

  private final Statements statements;
  private final Duration legacyPatience;

  Reaper(Statements statements, Duration legacyPatience) {
    this.statements = statements;
    this.legacyPatience = legacyPatience;
  }

  Reaped reap(int limit) {
    LIMIT.check(limit);
    List<String> after = statements.write(Repeating.SAFE, REAP, new Round(limit, legacyPatience));
    int failed = (int) after.stream().filter(JobStatus.FAILED.text()::equals).count();
    return new Reaped(after.size() - failed, failed);
  }

  private static ResultQuery<?> reap(DSLContext dsl, Parameters<Round> round) {
    Condition wasLast = ATTEMPTS.ge(JOBS.MAX_ATTEMPTS);
    return JobChange.with(dsl)
        .set(JOBS.STATUS, Retries.status(wasLast))
        .set(JOBS.COMPLETED_AT, Retries.completedAt(wasLast))
        .set(JOBS.ATTEMPTS, ATTEMPTS)
        // At once: that its worker is gone says nothing against the job, which has waited for the
        // end of its lease already.
        .set(JOBS.NEXT_ATTEMPT_AT, ServerClock.now())
        .setNull(JOBS.LEASE_TOKEN)
        .setNull(JOBS.LEASE_EXPIRES_AT)
        .set(JOBS.ERROR_CODE, GONE.code())
        .set(JOBS.ERROR_MESSAGE, GONE.message())
        .set(JOBS.ERROR_DETAIL, detail())
        .where(JOBS.ID.eq(DSL.any(DSL.array(expired(round)))))
        .returningResult(WakeUp.workersWith(List.of(JOBS.STATUS)));
  }

  private static Select<Record1<Integer>> expired(Parameters<Round> round) {
    return DSL.select(JOBS.ID)
        .from(JOBS)
        .where(JOBS.STATUS.eq(JobStatus.PROCESSING.text()))
        .and(JOBS.LEASE_EXPIRES_AT.lt(ServerClock.now()).or(isLeftByTheOldService(round)))
        // In the order of an index that begins with the status, so that no other job is looked at.
        .orderBy(JOBS.CREATED_AT)
        .limit(round.bind(SQLDataType.INTEGER, Round::limit))
        .forUpdate()
        .skipLocked();
  }

  private static Condition isLeftByTheOldService(Parameters<Round> round) {
    Field<Long> micros = round.bind(SQLDataType.BIGINT, Round::patienceMicros);
    return JOBS.LEASE_EXPIRES_AT
        .isNull()
        .and(DSL.coalesce(JOBS.STARTED_AT, JOBS.UPDATED_AT).lt(ServerClock.inMicros(micros)));
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
