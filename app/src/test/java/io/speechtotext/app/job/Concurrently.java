package io.speechtotext.app.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that begin at the same moment. */
final class Concurrently {

  private Concurrently() {}

  /** The results of as many threads. */
  static <T> List<T> run(int threads, Callable<T> task)
      throws InterruptedException, ExecutionException {
    CyclicBarrier begin = new CyclicBarrier(threads);
    Callable<T> together =
        () -> {
          begin.await();
          return task.call();
        };
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : executor.invokeAll(Collections.nCopies(threads, together))) {
        results.add(result.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }
}
