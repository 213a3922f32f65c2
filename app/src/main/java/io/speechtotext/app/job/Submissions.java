package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Parameters;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.failure.Rule;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;

/** How jobs come into being. */
final class Submissions {

  private static final Prepared<NewJob, Optional<JobSummary>> INSERT =
      Prepared.optional("jobs.submit", Submissions::insert, JobRows::summary);

  private static final Prepared<NewJob, Optional<JobSummary>> FIND_BY_CLIENT_KEY =
      Prepared.optional(
          "jobs.find_by_client_key",
          (dsl, job) ->
              dsl.select(JobRows.SUMMARY)
                  .from(JOBS)
                  .where(JOBS.API_KEY_ID.eq(job.bind(JOBS.API_KEY_ID, Submissions::apiKeyId)))
                  .and(JOBS.CLIENT_KEY.eq(job.bind(JOBS.CLIENT_KEY, Submissions::clientKey))),
          JobRows::summary);

  private static final Prepared<NewJob, Optional<JobSummary>> FIND_BY_ID =
      Prepared.optional(
          "jobs.find_by_id",
          (dsl, job) ->
              dsl.select(JobRows.SUMMARY)
                  .from(JOBS)
                  .where(JOBS.JOB_ID.eq(job.bind(JOBS.JOB_ID, Submissions::jobId)))
                  .and(isOwned(job))
                  .and(JOBS.CLIENT_KEY.isNull()),
          JobRows::summary);

  private final Statements statements;

  Submissions(Statements statements) {
    this.statements = statements;
  }

  Submission submit(NewJob job) {
    return statements
        .write(Repeating.SAFE, INSERT, job)
        .map(made -> new Submission(made, true))
        .orElseGet(() -> new Submission(earlier(job), false));
  }

  // No row, when the job's id or its client's key is taken: then that row is committed, and the
  // next statement sees it.
  private static ResultQuery<?> insert(DSLContext dsl, Parameters<NewJob> job) {
    return dsl.insertInto(JOBS)
        .set(JOBS.JOB_ID, job.bind(JOBS.JOB_ID, Submissions::jobId))
        .set(JOBS.STATUS, JobStatus.PENDING.text())
        .set(JOBS.AUDIO_FILENAME, job.bind(JOBS.AUDIO_FILENAME, each -> each.audio().filename()))
        .set(JOBS.AUDIO_FORMAT, job.bind(JOBS.AUDIO_FORMAT, each -> each.audio().format()))
        .set(
            JOBS.AUDIO_DURATION,
            job.bind(JOBS.AUDIO_DURATION, each -> each.audio().durationSeconds()))
        .set(
            JOBS.AUDIO_SIZE_BYTES,
            job.bind(JOBS.AUDIO_SIZE_BYTES, each -> each.audio().sizeBytes()))
        .set(
            JOBS.AUDIO_STORAGE_PATH,
            job.bind(JOBS.AUDIO_STORAGE_PATH, each -> each.audio().storagePath()))
        .set(JOBS.LANGUAGE, job.bind(JOBS.LANGUAGE, each -> each.options().language()))
        .set(JOBS.MODEL_NAME, job.bind(JOBS.MODEL_NAME, each -> each.options().modelName()))
        .set(JOBS.LEXICON_ID, job.bind(JOBS.LEXICON_ID, each -> each.options().lexiconId()))
        .set(JOBS.MAX_ATTEMPTS, job.bind(JOBS.MAX_ATTEMPTS, each -> each.options().maxAttempts()))
        .set(JOBS.API_KEY_ID, job.bind(JOBS.API_KEY_ID, Submissions::apiKeyId))
        .set(JOBS.CLIENT_KEY, job.bind(JOBS.CLIENT_KEY, Submissions::clientKey))
        .set(JOBS.SUBMITTED_BY, job.bind(JOBS.SUBMITTED_BY, each -> each.submitter().name()))
        .onConflictDoNothing()
        .returningResult(WakeUp.workersWith(JobRows.SUMMARY));
  }

  private JobSummary earlier(NewJob job) {
    boolean hasKey = clientKey(job) != null;
    JobSummary found =
        statements
            .read(hasKey ? FIND_BY_CLIENT_KEY : FIND_BY_ID, job)
            .orElseThrow(() -> new ConflictException(Rule.JOB_ID_TAKEN));
    if (!asksForTheSame(found, job)) {
      throw new ConflictException(hasKey ? Rule.CLIENT_KEY_TAKEN : Rule.JOB_ID_TAKEN);
    }
    return found;
  }

  // Neither the file's place nor the job's id: a client's second request brings others. Nor what a
  // worker may have found out meanwhile, such as the length of the recording.
  private static boolean asksForTheSame(JobSummary found, NewJob job) {
    Audio audio = job.audio();
    return Objects.equals(found.audio().filename(), audio.filename())
        && Objects.equals(found.audio().format(), audio.format())
        && Objects.equals(found.audio().sizeBytes(), audio.sizeBytes())
        && found.options().equals(job.options());
  }

  private static Condition isOwned(Parameters<NewJob> job) {
    return JOBS.API_KEY_ID.isNotDistinctFrom(job.bind(JOBS.API_KEY_ID, Submissions::apiKeyId));
  }

  private static String jobId(NewJob job) {
    return job.jobId().toString();
  }

  private static @Nullable Integer apiKeyId(NewJob job) {
    return job.submitter().apiKeyId();
  }

  private static @Nullable String clientKey(NewJob job) {
    return job.submitter().clientKey();
  }
}
