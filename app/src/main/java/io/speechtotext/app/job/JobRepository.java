package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.NewestFirst;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.paging.CreatedAt;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.jooq.tables.pojos.Job;
import io.speechtotext.jooq.tables.records.JobRecord;
import java.util.List;
import java.util.Optional;

/** Jobs in the database. Thread-safe; each method is one statement. */
public final class JobRepository {

  private static final String PENDING = "pending";

  private static final NewestFirst NEWEST_FIRST = new NewestFirst(JOBS.CREATED_AT, JOBS.ID);

  private final Statements statements;

  /** A repository on the service's database. */
  public JobRepository(Statements statements) {
    this.statements = statements;
  }

  /**
   * Creates a job.
   *
   * @return the job as it now stands in the database
   * @throws ConflictException when its public id is taken, or its key does not exist
   */
  public Job create(NewJob job) {
    JobRecord row = new JobRecord();
    row.setJobId(job.jobId().toString());
    row.setStatus(PENDING);
    row.setAudioFilename(job.audio().filename());
    row.setAudioFormat(job.audio().format());
    row.setAudioDuration(job.audio().durationSeconds());
    row.setAudioSizeBytes(job.audio().sizeBytes());
    row.setAudioStoragePath(job.audio().storagePath());
    row.setLanguage(job.language());
    row.setModelName(job.modelName());
    row.setApiKeyId(job.apiKeyId());
    row.setSubmittedBy(job.submittedBy());
    return statements.write(
        Repeating.UNSAFE,
        dsl -> dsl.insertInto(JOBS).set(row).returning().fetchSingle().into(Job.class));
  }

  /** The job with that internal id. */
  public Optional<Job> findById(int id) {
    return statements.read(
        dsl -> dsl.selectFrom(JOBS).where(JOBS.ID.eq(id)).fetchOptionalInto(Job.class));
  }

  /** All jobs, newest first. */
  public Page<Job, CreatedAt> list(PageRequest<CreatedAt> request) {
    List<Job> read =
        statements.read(
            dsl ->
                dsl.selectFrom(JOBS)
                    .where(NEWEST_FIRST.after(request.after()))
                    .orderBy(NEWEST_FIRST.order())
                    .limit(request.limit() + 1)
                    .fetchInto(Job.class));
    return Page.of(read, request.limit(), job -> new CreatedAt(job.createdAt(), job.id()));
  }
}
