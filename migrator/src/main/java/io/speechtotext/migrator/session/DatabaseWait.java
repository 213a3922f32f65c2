package io.speechtotext.migrator.session;

import io.speechtotext.migrator.WaitExpiredException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Waits for a server that is starting. Thread-safe. */
public final class DatabaseWait {

  private static final Duration LONGEST_TRY = Duration.ofSeconds(10);
  private static final Duration LAST_TRY = Duration.ofSeconds(1);

  private DatabaseWait() {}

  /**
   * Waits until the server answers {@code SELECT 1}. Every failure is waited out, a refused
   * password too: a server that is being set up may not know its roles yet.
   *
   * @param timeout when to give up; the last try begins no later, and has up to a second beyond
   * @throws WaitExpiredException with what went wrong at the last try
   */
  public static void untilReady(DataSource database, Duration timeout) {
    Patience patience = new Patience(timeout);
    while (true) {
      boolean isLast = patience.isOver();
      Exception failure = failureOf(database, within(patience.left()));
      if (failure == null) {
        return;
      }
      if (isLast) {
        throw expired(timeout, failure);
      }
      patience.pause();
    }
  }

  // On a thread of its own, because a server that accepts a connection may never answer it.
  private static @Nullable Exception failureOf(DataSource database, Duration limit) {
    FutureTask<Void> attempt = new FutureTask<>(() -> ask(database));
    Thread thread = new Thread(attempt, "database-wait");
    thread.setDaemon(true);
    thread.start();
    try {
      attempt.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return null;
    } catch (ExecutionException e) {
      return e.getCause() instanceof SQLException sql ? sql : e;
    } catch (TimeoutException e) {
      return new TimeoutException("no answer within " + limit.toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitExpiredException("The wait was interrupted.", e);
    }
  }

  private static @Nullable Void ask(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Query.value(connection, "SELECT 1");
      return null;
    }
  }

  private static Duration within(Duration left) {
    if (left.compareTo(LAST_TRY) < 0) {
      return LAST_TRY;
    }
    return left.compareTo(LONGEST_TRY) < 0 ? left : LONGEST_TRY;
  }

  private static WaitExpiredException expired(Duration timeout, Exception last) {
    return new WaitExpiredException(
        """
        The database did not become ready within %s s. At the last try: %s
          Next: see that the server runs, and that host, port, database, user and password are right."""
            .formatted(timeout.toMillis() / 1000.0, last.getMessage()),
        last);
  }
}
