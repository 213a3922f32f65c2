package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Parameters;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.ServerClock;
import io.speechtotext.app.database.Statements;
import java.time.Duration;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.RowCountQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** How jobs get their texts. */
final class Completions {

  private record Completed(Lease lease, Completion with) {
    @Nullable Double processingSeconds() {
      Duration time = with.processingTime();
      return time == null ? null : time.toNanos() / 1e9;
    }
  }

  private static final Prepared<Completed, Integer> COMPLETE =
      Prepared.count("jobs.complete", Completions::complete);

  private final Statements statements;
  private final Held held;

  Completions(Statements statements) {
    this.statements = statements;
    this.held = new Held(statements);
  }

  void complete(Lease lease, Completion completion) {
    Completed completed = new Completed(lease, completion);
    if (statements.write(Repeating.SAFE, COMPLETE, completed) == 0) {
      held.ended(lease, Set.of(JobStatus.COMPLETED));
    }
  }

  private static RowCountQuery complete(DSLContext dsl, Parameters<Completed> job) {
    return dsl.update(JOBS)
        .set(JOBS.STATUS, JobStatus.COMPLETED.text())
        .set(JOBS.COMPLETED_AT, ServerClock.now())
        .setNull(JOBS.LEASE_EXPIRES_AT)
        .setNull(JOBS.ERROR_CODE)
        .setNull(JOBS.ERROR_MESSAGE)
        .setNull(JOBS.ERROR_DETAIL)
        .set(JOBS.PROCESSED_TEXT, job.bind(JOBS.PROCESSED_TEXT, each -> each.with().text()))
        .set(
            JOBS.LEXICON_VERSION,
            job.bind(JOBS.LEXICON_VERSION, each -> each.with().lexiconVersion()))
        .set(
            JOBS.PROCESSING_TIME_SECONDS,
            job.bind(JOBS.PROCESSING_TIME_SECONDS, Completed::processingSeconds))
        .set(
            JOBS.AUDIO_DURATION,
            DSL.coalesce(
                job.bind(JOBS.AUDIO_DURATION, each -> each.with().audioSeconds()),
                JOBS.AUDIO_DURATION))
        .set(
            JOBS.CONFIDENCE_SCORE,
            job.bind(JOBS.CONFIDENCE_SCORE, each -> each.with().quality().confidenceScore()))
        .set(
            JOBS.CORRECTION_COUNT,
            job.bind(JOBS.CORRECTION_COUNT, each -> each.with().quality().correctionCount()))
        .set(
            JOBS.FUZZY_MATCH_COUNT,
            job.bind(JOBS.FUZZY_MATCH_COUNT, each -> each.with().quality().fuzzyMatchCount()))
        .set(
            JOBS.CONFIDENCE_METRICS_JSONB,
            job.bind(
                JOBS.CONFIDENCE_METRICS_JSONB,
                each -> JSONB.jsonbOrNull(each.with().quality().metricsJson())))
        .where(Held.by(job, Completed::lease));
  }
}
