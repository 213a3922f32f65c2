package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Parameters;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.ServerClock;
import io.speechtotext.app.database.Statements;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** How workers part with jobs that have no text. */
final class Failures {

  private record Failed(Lease lease, JobFailure by, RetryPolicy policy) {}

  private static final Prepared<Failed, Optional<Standing>> FAIL =
      Prepared.optional("jobs.fail", Failures::fail, Standing::of);

  private static final Prepared<Lease, Optional<String>> RELEASE =
      Prepared.optional(
          "jobs.release",
          (dsl, lease) ->
              JobChange.with(dsl)
                  .set(JOBS.STATUS, JobStatus.PENDING.text())
                  .set(JOBS.ATTEMPTS, JOBS.ATTEMPTS.minus(1))
                  .set(JOBS.NEXT_ATTEMPT_AT, ServerClock.now())
                  .setNull(JOBS.LEASE_EXPIRES_AT)
                  .where(Held.by(lease, Function.identity()))
                  .returningResult(WakeUp.workersWith(List.of(JOBS.STATUS))),
          row -> row.get(JOBS.STATUS));

  private final Statements statements;
  private final Held held;
  private final RetryPolicy policy;

  Failures(Statements statements, RetryPolicy policy) {
    this.statements = statements;
    this.held = new Held(statements);
    this.policy = policy;
  }

  Optional<Instant> fail(Lease lease, JobFailure failure) {
    return statements
        .write(Repeating.SAFE, FAIL, new Failed(lease, failure, policy))
        .orElseGet(() -> held.ended(lease, Set.of(JobStatus.PENDING, JobStatus.FAILED)))
        .nextAttempt();
  }

  void release(Lease lease) {
    if (statements.write(Repeating.SAFE, RELEASE, lease).isEmpty()) {
      held.ended(lease, Set.of(JobStatus.PENDING));
    }
  }

  private static ResultQuery<?> fail(DSLContext dsl, Parameters<Failed> job) {
    Condition wasLast =
        JOBS.ATTEMPTS
            .ge(JOBS.MAX_ATTEMPTS)
            .or(
                DSL.not(
                    DSL.condition(job.bind(SQLDataType.BOOLEAN, each -> each.by().isRetryable()))));
    return JobChange.with(dsl)
        .set(JOBS.STATUS, Retries.status(wasLast))
        .set(JOBS.COMPLETED_AT, Retries.completedAt(wasLast))
        .set(JOBS.NEXT_ATTEMPT_AT, Retries.nextAttemptAt(job, Failed::policy))
        .setNull(JOBS.LEASE_EXPIRES_AT)
        .set(JOBS.ERROR_CODE, job.bind(JOBS.ERROR_CODE, each -> each.by().code()))
        .set(JOBS.ERROR_MESSAGE, job.bind(JOBS.ERROR_MESSAGE, each -> each.by().message()))
        .set(JOBS.ERROR_DETAIL, job.bind(JOBS.ERROR_DETAIL, each -> each.by().detail()))
        .where(Held.by(job, Failed::lease))
        .returningResult(Standing.COLUMNS);
  }
}
