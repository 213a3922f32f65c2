package io.speechtotext.app.job.fire;

import io.speechtotext.app.config.DatabaseSettings;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.database.DatabaseUnavailableException;
import io.speechtotext.app.database.PoolSettings;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.job.JobRepository;
import io.speechtotext.app.job.JobSettings;
import io.speechtotext.app.job.JobSignals;
import io.speechtotext.app.job.RetryPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A process with several workers, as a service has it; runs until it is killed. It prints what it
 * takes the time for when the first of them has asked for a job and was answered.
 */
final class WorkerProcess {

  /** The service's own settings, with pauses that a test has the time for. */
  static final JobSettings SETTINGS =
      JobSettings.DEFAULTS.with(new RetryPolicy(Duration.ofMillis(50), Duration.ofSeconds(1)));

  static final int UNEXPECTED = 3;

  // As in a service: fewer than workers, who are not in the database most of the time.
  private static final int CONNECTIONS = 4;
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private WorkerProcess() {}

  /** Name, number of threads, log. */
  public static void main(String[] arguments) throws Exception {
    int threads = Integer.parseInt(arguments[1]);
    try (Database database = open();
        JobSignals signals = new JobSignals(database)) {
      JobRepository jobs = new JobRepository(database, SETTINGS);
      WorkLog log = new WorkLog(Path.of(arguments[2]));
      AtomicBoolean hasSaid = new AtomicBoolean();
      Runnable said = () -> sayOnce(hasSaid);
      List<Thread> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(thread(new Worker(arguments[0], jobs, signals.newWaiter(), log, said)));
      }
      running.add(thread(() -> reap(jobs, signals.newWaiter())));
      running.forEach(Thread::start);
      haltWithParent();
    }
  }

  private static void sayOnce(AtomicBoolean hasSaid) {
    if (hasSaid.compareAndSet(false, true)) {
      System.out.println(Instant.now());
    }
  }

  // The server may be down: a service's supervisor would start it again, too.
  private static Database open() throws InterruptedException {
    DatabaseSettings settings =
        DatabaseSettings.from(Map.of("DATABASE_URL", System.getenv("DATABASE_URL")));
    while (true) {
      try {
        return Database.open(settings, new PoolSettings(CONNECTIONS, Duration.ofSeconds(2)));
      } catch (DatabaseUnavailableException e) {
        Thread.sleep(PATIENCE.toMillis());
      }
    }
  }

  private static void reap(JobRepository jobs, JobSignals.Waiter waiter) {
    while (true) {
      try {
        jobs.reapExpired(100);
        waiter.await(PATIENCE);
      } catch (UnavailableException e) {
        Thread.onSpinWait();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task);
    thread.setUncaughtExceptionHandler(
        (which, failure) -> {
          failure.printStackTrace();
          Runtime.getRuntime().halt(UNEXPECTED);
        });
    return thread;
  }

  private static void haltWithParent() throws IOException {
    while (System.in.read() != -1) {}
    Runtime.getRuntime().halt(0);
  }
}
