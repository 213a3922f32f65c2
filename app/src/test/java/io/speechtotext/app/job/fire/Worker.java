package io.speechtotext.app.job.fire;

import io.speechtotext.app.failure.RefusedTransitionException;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.job.ClaimedJob;
import io.speechtotext.app.job.Completion;
import io.speechtotext.app.job.JobFailure;
import io.speechtotext.app.job.JobRepository;
import io.speechtotext.app.job.JobSignals;
import io.speechtotext.app.job.Lease;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One worker, as a service has it: it takes a job, works in steps with a heartbeat after each, and
 * stops on its own when it could not prolong its lease in time.
 */
final class Worker implements Runnable {

  static final Duration LEASE = Duration.ofSeconds(2);
  private static final Duration IDLE = Duration.ofMillis(200);
  private static final int STEPS = 5;
  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

  private final String name;
  private final JobRepository jobs;
  private final JobSignals.Waiter waiter;
  private final WorkLog log;
  private final Runnable hasWorked;
  // By this machine's own clock, and counted from before the database was asked.
  private long leaseEndNanos;

  Worker(
      String name, JobRepository jobs, JobSignals.Waiter waiter, WorkLog log, Runnable hasWorked) {
    this.name = name;
    this.hasWorked = hasWorked;
    this.jobs = jobs;
    this.waiter = waiter;
    this.log = log;
  }

  @Override
  public void run() {
    try {
      while (true) {
        takeOne();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeOne() throws InterruptedException {
    long asked = System.nanoTime();
    try {
      Optional<ClaimedJob> job = jobs.claim(name, 1, LEASE).stream().findFirst();
      hasWorked.run();
      if (job.isPresent()) {
        leaseEndNanos = asked + LEASE.toNanos();
        work(job.get());
      } else {
        waiter.await(IDLE);
      }
    } catch (UnavailableException e) {
      waiter.await(IDLE);
    } catch (RefusedTransitionException e) {
      // Somebody else has it now, or had it.
    }
  }

  private void work(ClaimedJob job) {
    for (int i = 0; i < STEPS; i++) {
      log.working(job);
      LockSupport.parkNanos(STEP_NANOS);
      if (!keep(job.lease())) {
        return;
      }
    }
    end(job);
  }

  private boolean keep(Lease lease) {
    long asked = System.nanoTime();
    try {
      jobs.heartbeat(lease);
      leaseEndNanos = asked + LEASE.toNanos();
    } catch (UnavailableException e) {
      // As long as the lease holds, the work may go on.
    }
    // With time for one more step.
    return System.nanoTime() + 2 * STEP_NANOS < leaseEndNanos;
  }

  // Whether it happened may not be known; then it is done once more, which changes nothing.
  private void end(ClaimedJob job) {
    Optional<JobFailure> failure = Talk.of(job).failure(job.attempt());
    while (true) {
      try {
        if (failure.isPresent()) {
          jobs.fail(job.lease(), failure.get());
        } else {
          jobs.complete(job.lease(), Completion.of("text of attempt " + job.attempt()));
        }
        return;
      } catch (UnavailableException e) {
        if (!e.safeToRepeat()) {
          throw e;
        }
      }
    }
  }
}
