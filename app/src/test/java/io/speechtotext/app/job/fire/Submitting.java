package io.speechtotext.app.job.fire;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.job.JobRepository;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A client that submits jobs all the while, and repeats each request until it is answered. */
final class Submitting implements AutoCloseable {

  private final Database database;
  private final CompletableFuture<Void> done;

  Submitting(ThrowawayDatabase copy, int count) {
    database = MigratedSchema.open(copy);
    JobRepository jobs = new JobRepository(database);
    done =
        CompletableFuture.runAsync(
            () -> {
              for (int number = 1; number <= count; number++) {
                submit(jobs, new Talk(number));
              }
            });
  }

  private static void submit(JobRepository jobs, Talk talk) {
    while (true) {
      try {
        jobs.submit(talk.request(Ledger.API_KEY));
        return;
      } catch (UnavailableException e) {
        if (!e.safeToRepeat()) {
          throw e;
        }
      }
    }
  }

  /** Throws what ended it, if anything did. */
  void assertThatItGoesOn() {
    if (done.isCompletedExceptionally()) {
      done.join();
    }
  }

  @Override
  public void close() {
    try (database) {
      done.orTimeout(1, TimeUnit.MINUTES).join();
    }
  }
}
