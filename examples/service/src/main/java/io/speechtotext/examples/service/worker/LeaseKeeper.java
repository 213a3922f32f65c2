package io.speechtotext.examples.service.worker;

import io.speechtotext.app.failure.DataException;
import io.speechtotext.app.failure.RefusedTransitionException;
import io.speechtotext.app.job.JobRepository;
import io.speechtotext.app.job.Lease;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prolongs one lease while the thread that opened this works, and interrupts that thread when the
 * lease is lost: the job was cancelled, or is another worker's by now.
 */
final class LeaseKeeper implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LeaseKeeper.class);

  private final JobRepository jobs;
  private final Lease lease;
  private final Thread worker = Thread.currentThread();
  private final ScheduledFuture<?> beats;
  private boolean working = true;
  private boolean lost;

  LeaseKeeper(JobRepository jobs, Lease lease, ScheduledExecutorService timer, Duration heartbeat) {
    this.jobs = jobs;
    this.lease = lease;
    this.beats =
        timer.scheduleWithFixedDelay(
            this::beat, heartbeat.toMillis(), heartbeat.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      jobs.heartbeat(lease);
    } catch (RefusedTransitionException e) {
      lose();
    } catch (DataException e) {
      // There are two more before the lease is over.
      log.warn("No heartbeat for job {}: {}", lease.jobId(), e.getMessage());
    }
  }

  private synchronized void lose() {
    if (working && !lost) {
      lost = true;
      worker.interrupt();
    }
  }

  synchronized boolean isLost() {
    return lost;
  }

  /** The worker's thread goes on to other work, which no interrupt of this one may reach. */
  @Override
  @SuppressWarnings("ResultOfMethodCallIgnored")
  public synchronized void close() {
    working = false;
    beats.cancel(false);
    if (lost) {
      Thread.interrupted();
    }
  }
}
