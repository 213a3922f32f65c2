package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.database.Row;
import io.speechtotext.app.database.Statements;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;

/** What the service itself sees of a job. */
final class StoredJobs {

  private static final List<Field<?>> INTERNALS =
      List.of(
          JOBS.API_KEY_ID,
          JOBS.SUBMITTED_BY,
          JOBS.WORKER,
          JOBS.NEXT_ATTEMPT_AT,
          JOBS.LEASE_EXPIRES_AT,
          JOBS.ERROR_DETAIL);

  private static final Prepared<UUID, Optional<StoredJob>> FIND =
      Prepared.optional(
          "jobs.find_row",
          (dsl, jobId) ->
              dsl.select(JobRows.SUMMARY)
                  .select(JobRows.TRANSCRIPT)
                  .select(INTERNALS)
                  .from(JOBS)
                  .where(JOBS.JOB_ID.eq(jobId.bind(JOBS.JOB_ID, UUID::toString))),
          StoredJobs::stored);

  private final Statements statements;

  StoredJobs(Statements statements) {
    this.statements = statements;
  }

  Optional<StoredJob> find(UUID jobId) {
    return statements.read(FIND, jobId);
  }

  private static StoredJob stored(Row row) {
    return new StoredJob(
        JobRows.job(row),
        row.find(JOBS.API_KEY_ID),
        row.find(JOBS.SUBMITTED_BY),
        row.find(JOBS.AUDIO_STORAGE_PATH),
        new LastAttempt(
            row.find(JOBS.WORKER),
            row.find(JOBS.LEASE_EXPIRES_AT),
            row.get(JOBS.NEXT_ATTEMPT_AT),
            row.find(JOBS.ERROR_CODE),
            row.find(JOBS.ERROR_MESSAGE),
            row.find(JOBS.ERROR_DETAIL)));
  }
}
