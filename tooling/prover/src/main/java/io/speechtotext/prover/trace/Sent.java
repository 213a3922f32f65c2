package io.speechtotext.prover.trace;

import io.speechtotext.migrator.script.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement that came back from the server.
 *
 * @param begin when it was sent, by {@link System#nanoTime()}
 * @param end when it came back, by the same clock
 * @param failure why it failed; null when it did not
 */
record Sent(long begin, long end, @Nullable SQLException failure) {

  // What PostgreSQL says to statements that want to begin and end transactions by themselves.
  private static final Set<String> WANTS_NO_TRANSACTION =
      Set.of("25001" /* active SQL transaction */, "2D000" /* invalid transaction termination */);

  static Sent of(SqlStatement statement, Deadline deadline) {
    long begin = System.nanoTime();
    try {
      deadline.send(statement);
      return new Sent(begin, System.nanoTime(), null);
    } catch (SQLException e) {
      return new Sent(begin, System.nanoTime(), e);
    }
  }

  /** The same with its transaction committed: deferred constraints may fail there. */
  Sent committed(Connection connection) {
    try {
      connection.commit();
      return this;
    } catch (SQLException e) {
      return new Sent(begin, end, e);
    }
  }

  /** Whether it failed for no other reason than that it ran in a transaction. */
  boolean wantsNoTransaction() {
    return failure != null
        && failure.getSQLState() != null
        && WANTS_NO_TRANSACTION.contains(failure.getSQLState());
  }
}
