package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Batch;
import io.speechtotext.app.database.Parameters;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.ServerClock;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.database.Values;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.UpdateSetMoreStep;
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

  private static final Set<JobStatus> COMPLETED = Set.of(JobStatus.COMPLETED);
  private static final NumberRule COUNT = new NumberRule("completions", 0, 1000);

  private static final Prepared<Completed, Integer> COMPLETE =
      Prepared.count("jobs.complete", Completions::complete);

  private static final Prepared<List<Completed>, List<Integer>> COMPLETE_ALL =
      Prepared.list("jobs.complete_all", Completions::completeAll, row -> row.get(JOBS.ID));

  private final Statements statements;
  private final Held held;

  Completions(Statements statements) {
    this.statements = statements;
    this.held = new Held(statements);
  }

  void complete(Lease lease, Completion completion) {
    Completed completed = new Completed(lease, completion);
    if (statements.write(Repeating.SAFE, COMPLETE, completed) == 0) {
      held.ended(lease, COMPLETED);
    }
  }

  Set<Lease> completeAll(Map<Lease, Completion> completions) {
    COUNT.check(completions.size());
    if (completions.isEmpty()) {
      return Set.of();
    }
    List<Completed> all =
        completions.entrySet().stream()
            .map(each -> new Completed(each.getKey(), each.getValue()))
            .toList();
    Set<Integer> done = Set.copyOf(statements.write(Repeating.SAFE, COMPLETE_ALL, all));
    return completions.keySet().stream()
        .filter(lease -> !done.contains(lease.id()))
        .filter(lease -> held.leftBy(lease, COMPLETED).isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static RowCountQuery complete(DSLContext dsl, Parameters<Completed> job) {
    return set(JobChange.with(dsl), job).where(Held.by(job, Completed::lease));
  }

  private static ResultQuery<?> completeAll(
      DSLContext dsl, Parameters<List<Completed>> parameters) {
    Batch<Completed> jobs = new Batch<>(parameters);
    UpdateSetMoreStep<?> update = set(JobChange.with(dsl), jobs);
    Condition isHeld = Held.by(jobs, Completed::lease);
    return update.from(jobs.rows()).where(isHeld).returningResult(JOBS.ID);
  }

  private static UpdateSetMoreStep<?> set(UpdateSetMoreStep<?> update, Values<Completed> job) {
    return update
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
                each -> JSONB.jsonbOrNull(each.with().quality().metricsJson())));
  }
}
