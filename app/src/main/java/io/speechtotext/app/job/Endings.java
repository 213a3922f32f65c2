package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.ServerClock;
import io.speechtotext.app.database.Statements;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** How workers part with a job. */
final class Endings {

  private final Statements statements;
  private final Held held;
  private final Retries retries;

  Endings(Statements statements, RetryPolicy policy) {
    this.statements = statements;
    this.held = new Held(statements);
    this.retries = new Retries(policy);
  }

  void complete(Lease lease, Completion completion) {
    Quality quality = completion.quality();
    int rows =
        statements.write(
            Repeating.SAFE,
            dsl ->
                dsl.update(JOBS)
                    .set(JOBS.STATUS, JobStatus.COMPLETED.text())
                    .set(JOBS.COMPLETED_AT, ServerClock.now())
                    .setNull(JOBS.LEASE_EXPIRES_AT)
                    .setNull(JOBS.ERROR_CODE)
                    .setNull(JOBS.ERROR_MESSAGE)
                    .setNull(JOBS.ERROR_DETAIL)
                    .set(JOBS.PROCESSED_TEXT, completion.text())
                    .set(JOBS.LEXICON_VERSION, completion.lexiconVersion())
                    .set(JOBS.PROCESSING_TIME_SECONDS, seconds(completion.processingTime()))
                    .set(JOBS.AUDIO_DURATION, orKnown(completion.audioSeconds()))
                    .set(JOBS.CONFIDENCE_SCORE, quality.confidenceScore())
                    .set(JOBS.CORRECTION_COUNT, quality.correctionCount())
                    .set(JOBS.FUZZY_MATCH_COUNT, quality.fuzzyMatchCount())
                    .set(JOBS.CONFIDENCE_METRICS_JSONB, JSONB.jsonbOrNull(quality.metricsJson()))
                    .where(Held.by(lease))
                    .execute());
    if (rows == 0) {
      held.ended(lease, Set.of(JobStatus.COMPLETED));
    }
  }

  Optional<Instant> fail(Lease lease, JobFailure failure) {
    Condition wasLast =
        failure.isRetryable() ? JOBS.ATTEMPTS.ge(JOBS.MAX_ATTEMPTS) : DSL.trueCondition();
    return statements
        .write(
            Repeating.SAFE,
            dsl ->
                dsl.update(JOBS)
                    .set(JOBS.STATUS, Retries.status(wasLast))
                    .set(JOBS.COMPLETED_AT, Retries.completedAt(wasLast))
                    .set(JOBS.NEXT_ATTEMPT_AT, retries.nextAttemptAt())
                    .setNull(JOBS.LEASE_EXPIRES_AT)
                    .set(JOBS.ERROR_CODE, failure.code())
                    .set(JOBS.ERROR_MESSAGE, failure.message())
                    .set(JOBS.ERROR_DETAIL, failure.detail())
                    .where(Held.by(lease))
                    .returningResult(JOBS.STATUS, JOBS.NEXT_ATTEMPT_AT)
                    .fetchOptional(row -> Held.Standing.ours(row.value1(), row.value2())))
        .orElseGet(() -> held.ended(lease, Set.of(JobStatus.PENDING, JobStatus.FAILED)))
        .nextAttempt();
  }

  void release(Lease lease) {
    boolean isReleased =
        statements.write(
            Repeating.SAFE,
            dsl ->
                dsl.update(JOBS)
                    .set(JOBS.STATUS, JobStatus.PENDING.text())
                    .set(JOBS.ATTEMPTS, JOBS.ATTEMPTS.minus(1))
                    .set(JOBS.NEXT_ATTEMPT_AT, ServerClock.now())
                    .setNull(JOBS.LEASE_EXPIRES_AT)
                    .where(Held.by(lease))
                    .returningResult(WakeUp.WORKERS)
                    .fetchOptional()
                    .isPresent());
    if (!isReleased) {
      held.ended(lease, Set.of(JobStatus.PENDING));
    }
  }

  private static @Nullable Double seconds(@Nullable Duration time) {
    return time == null ? null : time.toNanos() / 1e9;
  }

  private static Field<Double> orKnown(@Nullable Double audioSeconds) {
    return audioSeconds == null ? JOBS.AUDIO_DURATION : DSL.val(audioSeconds);
  }
}
