package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.NewestFirst;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.ServerClock;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.failure.NotFoundException;
import io.speechtotext.app.failure.RefusedTransitionException;
import io.speechtotext.app.paging.CreatedAt;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** What owners do with their jobs; those of others are not there for them. */
final class OwnedJobs {

  private static final NewestFirst NEWEST_FIRST = new NewestFirst(JOBS.CREATED_AT, JOBS.ID);

  private final Statements statements;

  OwnedJobs(Statements statements) {
    this.statements = statements;
  }

  Optional<Job> find(UUID jobId, int apiKeyId) {
    return statements.read(
        dsl ->
            dsl.select(JobRows.SUMMARY)
                .select(JobRows.TRANSCRIPT)
                .from(JOBS)
                .where(isOwned(jobId, apiKeyId))
                .fetchOptional(JobRows::job));
  }

  Page<JobSummary, CreatedAt> list(
      int apiKeyId, Optional<JobStatus> status, PageRequest<CreatedAt> request) {
    Page<Record, CreatedAt> page =
        Page.of(
            statements.read(
                dsl ->
                    dsl.select(JobRows.SUMMARY)
                        .from(JOBS)
                        .where(JOBS.API_KEY_ID.eq(apiKeyId))
                        .and(
                            status
                                .map(JobStatus::text)
                                .map(JOBS.STATUS::eq)
                                .orElseGet(DSL::noCondition))
                        .and(NEWEST_FIRST.after(request.after()))
                        .orderBy(NEWEST_FIRST.order())
                        .limit(request.limit() + 1)
                        .fetch()),
            request.limit(),
            row -> new CreatedAt(row.get(JOBS.CREATED_AT), row.get(JOBS.ID)));
    return new Page<>(page.items().stream().map(JobRows::summary).toList(), page.next());
  }

  JobSummary cancel(UUID jobId, int apiKeyId) {
    return statements
        .write(
            Repeating.SAFE,
            dsl ->
                dsl.update(JOBS)
                    .set(JOBS.STATUS, JobStatus.CANCELLED.text())
                    .set(JOBS.COMPLETED_AT, ServerClock.now())
                    .setNull(JOBS.LEASE_TOKEN)
                    .setNull(JOBS.LEASE_EXPIRES_AT)
                    .where(isOwned(jobId, apiKeyId))
                    .and(JOBS.STATUS.in(JobStatus.PENDING.text(), JobStatus.PROCESSING.text()))
                    .returningResult(JobRows.SUMMARY)
                    .fetchOptional(JobRows::summary))
        .orElseGet(() -> cancelledBefore(jobId, apiKeyId));
  }

  private JobSummary cancelledBefore(UUID jobId, int apiKeyId) {
    JobSummary job =
        find(jobId, apiKeyId)
            .map(Job::summary)
            .orElseThrow(() -> new NotFoundException("job", jobId));
    if (job.status() != JobStatus.CANCELLED) {
      throw new RefusedTransitionException(
          "job " + jobId, "is %s and cannot be cancelled".formatted(job.status().text()));
    }
    return job;
  }

  private static Condition isOwned(UUID jobId, int apiKeyId) {
    return JOBS.JOB_ID.eq(jobId.toString()).and(JOBS.API_KEY_ID.eq(apiKeyId));
  }
}
