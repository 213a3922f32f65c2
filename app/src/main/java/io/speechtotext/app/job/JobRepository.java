package io.speechtotext.app.job;

import io.speechtotext.app.database.Statements;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.failure.DataException;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.failure.NotFoundException;
import io.speechtotext.app.failure.RefusedTransitionException;
import io.speechtotext.app.paging.CreatedAt;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Jobs in the database, which is also the queue that workers take them from. Thread-safe. All times
 * are the database's; every method throws a {@link DataException} when the database cannot be
 * asked.
 */
public final class JobRepository {

  private static final System.Logger log = System.getLogger(JobRepository.class.getName());

  private final Submissions submissions;
  private final OwnedJobs owned;
  private final StoredJobs stored;
  private final JobLists lists;
  private final Claims claims;
  private final Progress progress;
  private final Completions completions;
  private final Failures failures;
  private final Reaper reaper;
  private final KeptAudio keptAudio;
  private final StatusCounts counts;

  /** A repository on the service's database, or on one transaction. */
  public JobRepository(Statements statements) {
    this(statements, JobSettings.DEFAULTS);
  }

  /** The same, with other settings. */
  public JobRepository(Statements statements, JobSettings settings) {
    submissions = new Submissions(statements);
    owned = new OwnedJobs(statements);
    stored = new StoredJobs(statements);
    lists = new JobLists(statements);
    claims = new Claims(statements);
    progress = new Progress(statements);
    completions = new Completions(statements);
    failures = new Failures(statements, settings.retry());
    reaper = new Reaper(statements, settings.legacyPatience());
    keptAudio = new KeptAudio(statements);
    counts = new StatusCounts(statements);
  }

  /**
   * Makes a pending job and wakes a waiting worker. A request that is repeated, with the same
   * client key or else with the same job id, makes no second job.
   *
   * @throws ConflictException when that key or id was used for another request, or when there is no
   *     such API key
   */
  public Submission submit(NewJob job) {
    return submissions.submit(job);
  }

  /** An owner's job; empty also when it is somebody else's. */
  public Optional<Job> findForOwner(UUID jobId, int apiKeyId) {
    return owned.find(jobId, apiKeyId);
  }

  /** A job with what its owner is not to see, for the service itself. */
  public Optional<StoredJob> findRow(UUID jobId) {
    return stored.find(jobId);
  }

  /**
   * An owner's jobs, newest first.
   *
   * @param status only those; all when empty
   */
  public Page<JobSummary, CreatedAt> listForOwner(
      int apiKeyId, Optional<JobStatus> status, PageRequest<CreatedAt> request) {
    return lists.list(apiKeyId, status, request);
  }

  /**
   * Ends an owner's job before it has its text; a worker that has it loses its lease. Cancelling
   * again changes nothing.
   *
   * @return the job as it now is
   * @throws NotFoundException when there is none, or it is somebody else's
   * @throws RefusedTransitionException when it is completed or failed
   */
  public JobSummary cancel(UUID jobId, int apiKeyId) {
    return owned.cancel(jobId, apiKeyId);
  }

  /**
   * Takes jobs that are due, those that have waited longest first. What others are taking at the
   * same moment is passed over, so that nobody waits and nobody gets the same.
   *
   * @param worker who takes them, up to 100 characters, for people
   * @param count how many at most, from 1 to 1000
   * @param lease for how long; a heartbeat prolongs it by as much
   * @return the jobs, with what the worker's writes take; empty when none is due
   * @throws InvalidValueException when one of them is out of range
   */
  public List<ClaimedJob> claim(String worker, int count, Duration lease) {
    return claims.claim(worker, count, lease);
  }

  /**
   * Prolongs a lease. One that is over, but was not given to anybody else, holds again.
   *
   * @return when it ends now
   * @throws RefusedTransitionException when the lease is lost; then the work is to be stopped
   */
  public Instant heartbeat(Lease lease) {
    return progress.heartbeat(lease);
  }

  /**
   * Keeps what the model returned, for the next attempt should this one not succeed.
   *
   * @throws RefusedTransitionException when the lease is lost
   */
  public void storeRawText(Lease lease, String text) {
    progress.storeRawText(lease, text);
  }

  /**
   * Gives a job its text. Completing again under the same lease changes nothing.
   *
   * @throws RefusedTransitionException when the lease is lost
   */
  public void complete(Lease lease, Completion completion) {
    completions.complete(lease, completion);
  }

  /**
   * Gives many jobs their texts in one statement: for work so short that a statement for each job
   * is a good part of it. A job that was lost holds up none of the others; completing again under
   * the same lease changes nothing.
   *
   * @param all up to 1000
   * @return the leases that are lost, whose jobs did not get these texts; mostly empty
   * @throws InvalidValueException when there are too many, or the database does not take one of the
   *     values; then no job was completed
   */
  public Set<Lease> completeAll(Map<Lease, Completion> all) {
    return completions.completeAll(all);
  }

  /**
   * Ends an attempt that did not succeed.
   *
   * @return when there will be another; empty when that was the last one, or the failure is
   *     terminal
   * @throws RefusedTransitionException when the lease is lost
   */
  public Optional<Instant> fail(Lease lease, JobFailure failure) {
    return failures.fail(lease, failure);
  }

  /**
   * Gives a job back at once, as if it had not been taken: for a worker that has to stop.
   *
   * @throws RefusedTransitionException when the lease is lost
   */
  public void release(Lease lease) {
    failures.release(lease);
  }

  /**
   * Takes jobs from workers that are gone: those whose leases are over, and those that the old
   * service has had for too long. Whoever does the service's housekeeping calls it every few
   * seconds, in as many processes as there are; folds the notes by which jobs are counted, too, and
   * only logs it when that does not succeed.
   *
   * @param limit how many at most, from 1 to 10,000; when as many were found, there may be more
   */
  public Reaped reapExpired(int limit) {
    Reaped reaped = reaper.reap(limit);
    foldCounts();
    return reaped;
  }

  // Whoever hears of a failure takes it that no job was reaped; and the next call folds as well.
  private void foldCounts() {
    try {
      counts.fold();
    } catch (DataException e) {
      log.log(System.Logger.Level.WARNING, "the notes by which jobs are counted stay for now", e);
    }
  }

  /** How many jobs there are of each status; does not read the jobs. */
  public Map<JobStatus, Long> countsByStatus() {
    return counts.read();
  }

  /**
   * Begins to remove files of jobs that ended long ago. Whoever has removed them confirms it; what
   * is not confirmed within the lease is handed out again.
   *
   * @param retention how long files are kept, 0 or more
   * @param limit how many at most, from 1 to 10,000
   * @param lease how long removing them may take, 1 ms or more
   * @return the files to be removed; empty when there are none
   * @throws InvalidValueException when one of them is out of range
   */
  public List<ExpiredAudio> claimExpiredAudio(Duration retention, int limit, Duration lease) {
    return keptAudio.claim(retention, limit, lease);
  }

  /**
   * Forgets where files were stored, now that they are gone.
   *
   * @return how many; fewer when others have meanwhile been handed some of them
   */
  public int confirmRemoved(Collection<ExpiredAudio> removed) {
    return keptAudio.confirmRemoved(removed);
  }
}
