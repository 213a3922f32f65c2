package io.speechtotext.prover.trace;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Sees which locks a statement asks for that runs outside a transaction, and leaves none behind.
 *
 * <p>On a small table such a statement is over before anybody could look. So it is made to wait: an
 * {@link OldWriter} holds every table, a second one takes over all but what was just asked for, the
 * first lets go, and so on until the statement ends. Each lock that shuts writers out is thereby
 * seen while it is waited for, and a statement that merely waits for old transactions to end is
 * seen to hold no such lock. Locks that block nobody are seen where they are held during a wait.
 */
final class Watch implements AutoCloseable {

  private static final long LOOK_EVERY_MILLIS = 1;

  private final Connection onlooker;
  private OldWriter holding;
  private OldWriter resting;

  Watch(Sessions sessions) throws SQLException {
    onlooker = sessions.open();
    try {
      holding = new OldWriter(sessions);
    } catch (SQLException e) {
      onlooker.close();
      throw e;
    }
    try {
      resting = new OldWriter(sessions);
    } catch (SQLException e) {
      try (onlooker) {
        holding.close();
      }
      throw e;
    }
  }

  /**
   * What was seen.
   *
   * @param time how long the statement worked; what it waited for old writers is left out, to a
   *     millisecond for each wait
   * @param locks that it had or asked for
   */
  record Seen(Sent sent, Duration time, Set<RelationLock> locks) {}

  /**
   * Runs a statement and watches it.
   *
   * @param processId of the session that sends it
   * @param tables the object ids of those that there are
   */
  Seen run(Supplier<Sent> statement, int processId, Set<Long> tables) throws SQLException {
    Set<RelationLock> seen = new HashSet<>();
    FutureTask<Sent> task = new FutureTask<>(statement::get);
    holding.hold(tables);
    long working = 0;
    try {
      long since = System.nanoTime();
      Thread thread = new Thread(task, "traced-statement");
      // A statement that nothing ends is no reason for the whole program not to end.
      thread.setDaemon(true);
      thread.start();
      while (!isDone(task)) {
        if (isHeldUp(processId)) {
          working += System.nanoTime() - since;
          addLocks(processId, seen);
          resting.hold(withoutBlocked(tables, seen));
          takeTurns();
          since = System.nanoTime();
        }
      }
      Sent sent = task.get();
      return new Seen(sent, Duration.ofNanos(working + sent.end() - since), seen);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while a statement ran", e);
    } finally {
      holding.letGo();
      resting.letGo();
    }
  }

  private static boolean isDone(FutureTask<Sent> task)
      throws ExecutionException, InterruptedException {
    try {
      task.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private boolean isHeldUp(int processId) throws SQLException {
    try (Statement statement = onlooker.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT pg_catalog.pg_blocking_pids(%s) && ARRAY[%s, %s]"
                    .formatted(processId, holding.processId(), resting.processId()))) {
      return row.next() && row.getBoolean(1);
    }
  }

  private void addLocks(int processId, Set<RelationLock> seen) throws SQLException {
    try (Statement statement = onlooker.createStatement();
        ResultSet row = statement.executeQuery(RelationLock.query(String.valueOf(processId)))) {
      while (row.next()) {
        seen.add(RelationLock.of(row));
      }
    }
  }

  private static Set<Long> withoutBlocked(Set<Long> tables, Set<RelationLock> seen) {
    Set<Long> others = new HashSet<>(tables);
    seen.stream()
        .filter(lock -> lock.mode().isBlocking())
        .forEach(lock -> others.remove(lock.relation()));
    return others;
  }

  private void takeTurns() throws SQLException {
    holding.letGo();
    OldWriter former = holding;
    holding = resting;
    resting = former;
  }

  @Override
  public void close() throws SQLException {
    OldWriter first = holding;
    OldWriter second = resting;
    try (onlooker;
        first) {
      second.close();
    }
  }
}
