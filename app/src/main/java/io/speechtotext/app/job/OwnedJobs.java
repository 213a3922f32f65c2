package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Parameters;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.ServerClock;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.failure.NotFoundException;
import io.speechtotext.app.failure.RefusedTransitionException;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;

/** What owners do with one of their jobs; those of others are not there for them. */
final class OwnedJobs {

  private record Owned(UUID jobId, int apiKeyId) {}

  private static final Prepared<Owned, Optional<Job>> FIND =
      Prepared.optional(
          "jobs.find_for_owner",
          (dsl, job) ->
              dsl.select(JobRows.SUMMARY).select(JobRows.TRANSCRIPT).from(JOBS).where(isOwned(job)),
          JobRows::job);

  private static final Prepared<Owned, Optional<JobSummary>> CANCEL =
      Prepared.optional(
          "jobs.cancel",
          (dsl, job) ->
              JobChange.with(dsl)
                  .set(JOBS.STATUS, JobStatus.CANCELLED.text())
                  .set(JOBS.COMPLETED_AT, ServerClock.now())
                  .setNull(JOBS.LEASE_TOKEN)
                  .setNull(JOBS.LEASE_EXPIRES_AT)
                  .where(isOwned(job))
                  .and(JOBS.STATUS.in(JobStatus.PENDING.text(), JobStatus.PROCESSING.text()))
                  .returningResult(JobRows.SUMMARY),
          JobRows::summary);

  private final Statements statements;

  OwnedJobs(Statements statements) {
    this.statements = statements;
  }

  Optional<Job> find(UUID jobId, int apiKeyId) {
    return statements.read(FIND, new Owned(jobId, apiKeyId));
  }

  JobSummary cancel(UUID jobId, int apiKeyId) {
    return statements
        .write(Repeating.SAFE, CANCEL, new Owned(jobId, apiKeyId))
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

  private static Condition isOwned(Parameters<Owned> job) {
    return JOBS.JOB_ID
        .eq(job.bind(JOBS.JOB_ID, each -> each.jobId().toString()))
        .and(JOBS.API_KEY_ID.eq(job.bind(JOBS.API_KEY_ID, Owned::apiKeyId)));
  }
}
