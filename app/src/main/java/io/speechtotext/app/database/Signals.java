package io.speechtotext.app.database;

import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What other sessions say on a channel of the server ({@code NOTIFY}), heard on one connection of
 * its own. A connection that is lost is made again. Without one, nothing is heard, and those who
 * wait do so for as long as they said: so nobody must rely on it alone. Thread-safe.
 */
public final class Signals implements AutoCloseable {

  private final Generation generation = new Generation();
  private final Optional<Listener> listener;

  /**
   * Begins to listen, in a thread of its own.
   *
   * @param connections to the server itself, with a timeout for answers, or else a server that is
   *     gone without a word is noticed late; empty where there is only a pooler, behind which
   *     nothing can be heard
   * @param channel a name in lower case
   */
  public Signals(Optional<DataSource> connections, String channel) {
    listener = connections.map(each -> new Listener(each, channel, generation, Listener.SILENCE));
    listener.ifPresent(Listener::start);
  }

  /** One who waits, and misses nothing that was said since it last returned from waiting. */
  public Waiter newWaiter() {
    return new Waiter(generation);
  }

  /** Whether a signal would be heard now. */
  public boolean isListening() {
    return listener.filter(Listener::isListening).isPresent();
  }

  /** Ends all waiting at once, and the connection. */
  @Override
  public void close() {
    generation.end();
    listener.ifPresent(Listener::close);
  }

  /** Waits for signals, in one thread at a time. */
  public static final class Waiter {

    private final Generation generation;
    private long seen;

    private Waiter(Generation generation) {
      this.generation = generation;
      this.seen = generation.current();
    }

    /**
     * Waits until something is said, or was since the last call; no longer than {@code limit}.
     *
     * @return false when nothing was, or when it has been closed
     * @throws InterruptedException when the thread is interrupted
     */
    public boolean await(Duration limit) throws InterruptedException {
      long now = generation.awaitAfter(seen, limit);
      boolean isSignalled = now != seen;
      seen = now;
      return isSignalled;
    }
  }
}
