package io.speechtotext.examples.service.worker;

import io.speechtotext.app.SpeechToText;
import io.speechtotext.examples.service.audio.AudioStore;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** All that a process does in the background. Thread-safe. */
public final class Workers implements AutoCloseable {

  // Heartbeats wait neither for each other nor for housekeeping.
  private static final int TIMER_THREADS = 2;

  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(
          TIMER_THREADS,
          task -> {
            Thread thread = new Thread(task, "timer");
            thread.setDaemon(true);
            return thread;
          });

  private final ClaimLoops loops;

  private Workers(SpeechToText data, WorkerSettings settings, AudioStore audio, JobRun run) {
    Worker worker = new Worker(data.jobs(), run, timer, settings);
    loops = new ClaimLoops(data.jobs(), worker, settings, data.newJobSignals());
    new Housekeeping(data.jobs(), data.apiKeys(), audio, settings).schedule(timer);
  }

  /** Begins to take jobs. */
  public static Workers start(
      SpeechToText data, WorkerSettings settings, AudioStore audio, JobRun run) {
    Workers workers = new Workers(data, settings, audio, run);
    workers.loops.start();
    return workers;
  }

  /** No more jobs are taken; those that run go on. */
  public void stopClaiming() {
    loops.stopClaiming();
  }

  /** Lets running jobs go on up to the limit, and gives back those that are not done by then. */
  @Override
  public void close() {
    loops.close();
    timer.shutdownNow();
  }
}
