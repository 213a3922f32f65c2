package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.failure.Rule;
import io.speechtotext.jooq.tables.records.JobRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;

/** How jobs come into being. */
final class Submissions {

  private static final List<SelectFieldOrAsterisk> RETURNED = new ArrayList<>(JobRows.SUMMARY);

  static {
    RETURNED.add(WakeUp.WORKERS);
  }

  private final Statements statements;

  Submissions(Statements statements) {
    this.statements = statements;
  }

  Submission submit(NewJob job) {
    return insert(job)
        .map(row -> new Submission(JobRows.summary(row), true))
        .orElseGet(() -> new Submission(earlier(job), false));
  }

  // Nothing, when the job's id or its client's key is taken: then the row is that of an earlier
  // request, and committed, so that the next statement sees it.
  private Optional<Record> insert(NewJob job) {
    JobRecord row = row(job);
    return statements.write(
        Repeating.SAFE,
        dsl ->
            dsl.insertInto(JOBS)
                .set(row)
                .onConflictDoNothing()
                .returningResult(RETURNED)
                .fetchOptional(each -> each));
  }

  private static JobRecord row(NewJob job) {
    JobRecord row = new JobRecord();
    row.setJobId(job.jobId().toString());
    row.setStatus(JobStatus.PENDING.text());
    row.setAudioFilename(job.audio().filename());
    row.setAudioFormat(job.audio().format());
    row.setAudioDuration(job.audio().durationSeconds());
    row.setAudioSizeBytes(job.audio().sizeBytes());
    row.setAudioStoragePath(job.audio().storagePath());
    row.setLanguage(job.options().language());
    row.setModelName(job.options().modelName());
    row.setLexiconId(job.options().lexiconId());
    row.setMaxAttempts(job.options().maxAttempts());
    row.setApiKeyId(job.submitter().apiKeyId());
    row.setClientKey(job.submitter().clientKey());
    row.setSubmittedBy(job.submitter().name());
    return row;
  }

  private JobSummary earlier(NewJob job) {
    Rule taken = job.submitter().clientKey() == null ? Rule.JOB_ID_TAKEN : Rule.CLIENT_KEY_TAKEN;
    JobSummary found =
        statements
            .read(
                dsl ->
                    dsl.select(JobRows.SUMMARY)
                        .from(JOBS)
                        .where(sameRequest(job))
                        .fetchOptional(JobRows::summary))
            .orElseThrow(() -> new ConflictException(Rule.JOB_ID_TAKEN));
    if (!asksForTheSame(found, job)) {
      throw new ConflictException(taken);
    }
    return found;
  }

  private static Condition sameRequest(NewJob job) {
    Submitter submitter = job.submitter();
    Condition sameOwner =
        submitter.apiKeyId() == null
            ? JOBS.API_KEY_ID.isNull()
            : JOBS.API_KEY_ID.eq(submitter.apiKeyId());
    return submitter.clientKey() == null
        ? sameOwner.and(JOBS.CLIENT_KEY.isNull()).and(JOBS.JOB_ID.eq(job.jobId().toString()))
        : sameOwner.and(JOBS.CLIENT_KEY.eq(submitter.clientKey()));
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
}
