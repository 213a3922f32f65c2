package io.speechtotext.examples.service.worker;

import io.speechtotext.app.failure.DataException;
import io.speechtotext.app.job.ClaimedJob;
import io.speechtotext.app.job.JobRepository;
import io.speechtotext.app.job.JobSignals;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of this process that take jobs. Thread-safe. */
final class ClaimLoops implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ClaimLoops.class);

  // For the statement that gives a job back.
  private static final long LAST_WORDS_SECONDS = 5;

  private final JobRepository jobs;
  private final Worker worker;
  private final WorkerSettings settings;
  private final JobSignals signals;
  private final ExecutorService threads;
  private volatile boolean stopping;

  ClaimLoops(JobRepository jobs, Worker worker, WorkerSettings settings, JobSignals signals) {
    this.jobs = jobs;
    this.worker = worker;
    this.settings = settings;
    this.signals = signals;
    AtomicInteger count = new AtomicInteger();
    this.threads =
        Executors.newCachedThreadPool(
            task -> new Thread(task, "worker-" + count.incrementAndGet()));
  }

  void start() {
    for (int i = 0; i < settings.threads(); i++) {
      JobSignals.Waiter waiter = signals.newWaiter();
      threads.execute(() -> work(waiter));
    }
  }

  private void work(JobSignals.Waiter waiter) {
    try {
      while (!stopping) {
        List<ClaimedJob> claimed = claim();
        for (ClaimedJob job : claimed) {
          worker.work(job);
        }
        if (claimed.isEmpty()) {
          waiter.await(settings.poll());
        }
      }
    } catch (InterruptedException e) {
      log.debug("Told to stop", e);
    }
  }

  // One at a time: a job that waits behind another in this thread could run in another process.
  private List<ClaimedJob> claim() {
    try {
      return jobs.claim(settings.name(), 1, settings.lease());
    } catch (DataException e) {
      log.warn("No jobs can be taken: {}", e.getMessage());
      return List.of();
    }
  }

  /** No more jobs are taken; those that run go on. */
  void stopClaiming() {
    stopping = true;
    signals.close();
  }

  /** Lets running jobs go on up to the limit, and gives back those that are not done by then. */
  @Override
  public void close() {
    stopClaiming();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(settings.stopLimit().toMillis(), TimeUnit.MILLISECONDS)) {
        giveUp();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void giveUp() throws InterruptedException {
    threads.shutdownNow();
    if (!threads.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
      log.warn("A job does not end when told to; it is another's once its lease is over");
    }
  }
}
