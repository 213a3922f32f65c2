package io.speechtotext.examples.service.worker;

import io.speechtotext.app.failure.DataException;
import io.speechtotext.app.failure.RefusedTransitionException;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.job.ClaimedJob;
import io.speechtotext.app.job.JobFailure;
import io.speechtotext.app.job.JobRepository;
import io.speechtotext.examples.service.transcription.TranscriptionException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Sees a job that was claimed through to an end, whichever that is. Thread-safe. */
final class Worker {

  private static final Logger log = LoggerFactory.getLogger(Worker.class);

  private static final String KEY = "job";

  private final JobRepository jobs;
  private final JobRun run;
  private final ScheduledExecutorService timer;
  private final WorkerSettings settings;

  Worker(JobRepository jobs, JobRun run, ScheduledExecutorService timer, WorkerSettings settings) {
    this.jobs = jobs;
    this.run = run;
    this.timer = timer;
    this.settings = settings;
  }

  /**
   * Works on a job.
   *
   * @throws InterruptedException when the process stops; the job was given back
   */
  void work(ClaimedJob job) throws InterruptedException {
    MDC.put(KEY, job.lease().jobId().toString());
    try {
      attempt(job);
    } catch (RefusedTransitionException e) {
      log.info("Given up: {}", e.getMessage());
    } catch (UnavailableException e) {
      log.warn("Left until its lease is over: {}", e.getMessage());
    } catch (DataException e) {
      log.error("Left until its lease is over", e);
    } finally {
      MDC.remove(KEY);
    }
  }

  private void attempt(ClaimedJob job) throws InterruptedException {
    try (LeaseKeeper keeper = new LeaseKeeper(jobs, job.lease(), timer, settings.heartbeat())) {
      runUnlessLost(job, keeper);
      log.info("Done in attempt {}", job.attempt());
    } catch (TranscriptionException e) {
      log.info("Failed in attempt {}: {}", job.attempt(), e.code());
      jobs.fail(job.lease(), failure(e));
    } catch (DataException e) {
      throw e;
    } catch (RuntimeException e) {
      log.error("Failed in attempt {}", job.attempt(), e);
      jobs.fail(job.lease(), defect(e));
    }
  }

  private void runUnlessLost(ClaimedJob job, LeaseKeeper keeper)
      throws TranscriptionException, InterruptedException {
    try {
      run.run(job);
    } catch (InterruptedException e) {
      if (keeper.isLost()) {
        log.info("Given up: the lease is lost");
      } else {
        jobs.release(job.lease());
        log.info("Given back");
        throw e;
      }
    }
  }

  private static JobFailure failure(TranscriptionException failure) {
    JobFailure told =
        failure.isWorthRetrying()
            ? JobFailure.retryable(failure.code(), failure.getMessage())
            : JobFailure.terminal(failure.code(), failure.getMessage());
    return failure.getCause() == null ? told : told.withDetail(stackTrace(failure));
  }

  // The owner reads that something is wrong here; what, the operators.
  private static JobFailure defect(RuntimeException failure) {
    return JobFailure.retryable("internal_error", "The service failed")
        .withDetail(stackTrace(failure));
  }

  private static String stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
