package io.speechtotext.app;

import io.speechtotext.app.database.Database;
import io.speechtotext.app.failure.DataException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database for an answer, in a thread of its own: whoever wants to know whether a database
 * hangs must not hang with it. Those who ask while an answer is being waited for, wait for the same
 * one. Thread-safe.
 */
final class HealthCheck implements AutoCloseable {

  private final Database database;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(HealthCheck::daemon);
  private @Nullable Future<Integer> pending;

  HealthCheck(Database database) {
    this.database = database;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "speech-to-text-health");
    thread.setDaemon(true);
    return thread;
  }

  Health within(Duration limit) {
    long start = System.nanoTime();
    Optional<String> problem = problem(limit);
    return new Health(Duration.ofNanos(System.nanoTime() - start), problem);
  }

  private Optional<String> problem(Duration limit) {
    try {
      return problem(ask(), limit);
    } catch (RejectedExecutionException e) {
      return Optional.of("it was closed");
    }
  }

  private synchronized Future<Integer> ask() {
    if (pending == null || pending.isDone()) {
      pending =
          thread.submit(() -> database.named("health").read(dsl -> dsl.selectOne().execute()));
    }
    return pending;
  }

  private static Optional<String> problem(Future<Integer> answer, Duration limit) {
    try {
      answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (TimeoutException e) {
      return Optional.of("no answer within %d ms".formatted(limit.toMillis()));
    } catch (ExecutionException e) {
      return Optional.of(
          e.getCause() instanceof DataException failure
              ? String.valueOf(failure.getMessage())
              : "the check itself failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the check was interrupted");
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
