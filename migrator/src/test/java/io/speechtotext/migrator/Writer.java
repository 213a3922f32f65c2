package io.speechtotext.migrator;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** A client of the service: it writes one row after the other, and times each. */
final class Writer {

  /** What one wrote. */
  record Waits(int rows, Duration longest) {}

  private final CountDownLatch firstRow = new CountDownLatch(1);
  private final CompletableFuture<Waits> waits;
  private volatile boolean stopped;

  private Writer(ThrowawayDatabase database, String insert) {
    waits = new CompletableFuture<>();
    Thread thread = new Thread(() -> run(database, insert), "writer");
    thread.setDaemon(true);
    thread.start();
  }

  /** Starts one, and returns when it has written its first row. */
  static Writer into(ThrowawayDatabase database, String insert) throws InterruptedException {
    Writer writer = new Writer(database, insert);
    writer.firstRow.await();
    return writer;
  }

  private void run(ThrowawayDatabase database, String insert) {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(insert)) {
      int rows = 0;
      long longest = 0;
      while (!stopped) {
        long begin = System.nanoTime();
        statement.executeUpdate();
        longest = Math.max(longest, System.nanoTime() - begin);
        rows++;
        firstRow.countDown();
      }
      waits.complete(new Waits(rows, Duration.ofNanos(longest)));
    } catch (SQLException e) {
      waits.completeExceptionally(e);
    }
  }

  /** Ends it after the row that it is at. */
  Waits stop() {
    stopped = true;
    return waits.join();
  }
}
