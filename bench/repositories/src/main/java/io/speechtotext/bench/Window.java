package io.speechtotext.bench;

import io.speechtotext.bench.Arm.Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/** Many clients at once, for a while. */
record Window(int clients, Duration length) {

  /** Operations a second that the arm reaches. */
  double throughputOf(Arm arm) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    LongAdder done = new LongAdder();
    CountDownLatch ready = new CountDownLatch(clients);
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<Long>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int number = i;
        running.add(threads.submit(() -> run(arm, number, ready, start, done)));
      }
      ready.await();
      long begin = System.nanoTime();
      start.countDown();
      long end = begin;
      for (Future<Long> each : running) {
        end = Math.max(end, each.get());
      }
      return done.sum() * 1e9 / (end - begin);
    } finally {
      threads.shutdownNow();
    }
  }

  private long run(Arm arm, int number, CountDownLatch ready, CountDownLatch start, LongAdder done)
      throws Exception {
    try (Client client = arm.client().open(number)) {
      ready.countDown();
      start.await();
      long until = System.nanoTime() + length.toNanos();
      long count = 0;
      while (System.nanoTime() < until) {
        client.once();
        count++;
      }
      done.add(count);
      return System.nanoTime();
    } finally {
      ready.countDown();
    }
  }
}
