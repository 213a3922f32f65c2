package io.speechtotext.examples.service.worker;

import io.speechtotext.app.apikey.ApiKeyRepository;
import io.speechtotext.app.failure.DataException;
import io.speechtotext.app.job.ExpiredAudio;
import io.speechtotext.app.job.JobRepository;
import io.speechtotext.app.job.Reaped;
import io.speechtotext.examples.service.audio.AudioStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be done now and then, by any process and by several at once. Thread-safe. */
final class Housekeeping {

  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

  private static final int BATCH = 100;
  private static final Duration USAGE_KEPT = Duration.ofDays(30);

  private final JobRepository jobs;
  private final ApiKeyRepository keys;
  private final AudioStore audio;
  private final WorkerSettings settings;

  Housekeeping(
      JobRepository jobs, ApiKeyRepository keys, AudioStore audio, WorkerSettings settings) {
    this.jobs = jobs;
    this.keys = keys;
    this.audio = audio;
    this.settings = settings;
  }

  void schedule(ScheduledExecutorService timer) {
    every(settings.lease(), this::reap, timer);
    every(settings.housekeeping(), this::removeRecordings, timer);
    every(settings.housekeeping(), this::forgetUsage, timer);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // a task logs its own failure
  private static void every(Duration pause, Runnable task, ScheduledExecutorService timer) {
    // At the start, too: a process that never lives that long has its share to do.
    timer.scheduleWithFixedDelay(() -> survive(task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  // A task that throws would never be run again.
  private static void survive(Runnable task) {
    try {
      task.run();
    } catch (DataException e) {
      log.warn("Left for the next time: {}", e.getMessage());
    } catch (RuntimeException e) {
      log.error("Left for the next time", e);
    }
  }

  private void reap() {
    Reaped reaped = jobs.reapExpired(BATCH);
    if (reaped.total() > 0) {
      log.warn(
          "Of workers that are gone: {} jobs wait again, {} failed",
          reaped.requeued(),
          reaped.failed());
    }
  }

  private void removeRecordings() {
    for (List<ExpiredAudio> batch = expired(); !batch.isEmpty(); batch = expired()) {
      batch.forEach(each -> audio.remove(each.storagePath()));
      jobs.confirmRemoved(batch);
      log.info("{} recordings were kept long enough and are removed", batch.size());
    }
  }

  private List<ExpiredAudio> expired() {
    return jobs.claimExpiredAudio(settings.retention(), BATCH, settings.lease());
  }

  private void forgetUsage() {
    while (keys.purgeUsage(USAGE_KEPT, BATCH) == BATCH) {
      log.debug("More counts of requests to forget");
    }
  }
}
