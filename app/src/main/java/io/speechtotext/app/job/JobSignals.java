package io.speechtotext.app.job;

import io.speechtotext.app.database.Database;
import io.speechtotext.app.database.Signals;
import java.time.Duration;

/**
 * Wakes workers when there is a job. One for a process, closed when its workers are to stop.
 * Thread-safe.
 *
 * <p>It only shortens the waiting: jobs that become due by themselves, after a pause, are not
 * announced, and where nobody can listen, behind a pooler, nothing is. So workers ask again after
 * each wait, whatever ended it.
 */
public final class JobSignals implements AutoCloseable {

  private final Signals signals;

  /** Begins to listen, on a connection of its own. */
  public JobSignals(Database database) {
    this.signals = new Signals(database.listening(), WakeUp.CHANNEL);
  }

  /** For one worker's thread. */
  public Waiter newWaiter() {
    return new Waiter(signals.newWaiter());
  }

  /** Whether jobs would be announced now. */
  public boolean isListening() {
    return signals.isListening();
  }

  /** Ends all waiting at once. */
  @Override
  public void close() {
    signals.close();
  }

  /** One worker's waiting; misses no job that was announced since it last returned from waiting. */
  public static final class Waiter {

    private final Signals.Waiter waiter;

    private Waiter(Signals.Waiter waiter) {
      this.waiter = waiter;
    }

    /**
     * Waits for a job, no longer than {@code limit}.
     *
     * @return whether there may be one
     * @throws InterruptedException when the thread is interrupted
     */
    public boolean await(Duration limit) throws InterruptedException {
      return waiter.await(limit);
    }
  }
}
