package io.speechtotext.app.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.impl.DefaultConnectionProvider;

/**
 * Gives statements on very many rows the time of {@link Timeouts#longWork}. From the call to the
 * end of the transaction around them: whoever lets such work join a transaction of several
 * operations gives the rest of these the same time.
 */
public final class LongWork {

  private LongWork() {}

  /**
   * Lets each statement take so long.
   *
   * @param dsl within a transaction
   */
  public static void begin(DSLContext dsl) {
    Timeouts timeouts = timeouts(dsl);
    limit(dsl, "statement_timeout", timeouts);
    dsl.connection(connection -> waitLonger(connection, timeouts));
  }

  /**
   * As above, and lets each statement wait as long for what others have locked.
   *
   * @param dsl within a transaction
   */
  public static void beginWaiting(DSLContext dsl) {
    begin(dsl);
    limit(dsl, "lock_timeout", timeouts(dsl));
  }

  private static void limit(DSLContext dsl, String setting, Timeouts timeouts) {
    dsl.execute("SET LOCAL " + setting + " = " + timeouts.longWork().toMillis());
  }

  // The pool sets it back. One that the URL says to be longer, or none (0), stays.
  private static void waitLonger(Connection connection, Timeouts timeouts) throws SQLException {
    int wanted = (int) Math.min(Integer.MAX_VALUE, timeouts.socketOfLongWork().toMillis());
    int given = connection.getNetworkTimeout();
    if (given > 0 && given < wanted) {
      connection.setNetworkTimeout(Runnable::run, wanted);
    }
  }

  private static Timeouts timeouts(DSLContext dsl) {
    if (dsl.configuration().connectionProvider() instanceof InTransaction transaction) {
      return transaction.timeouts;
    }
    throw new IllegalArgumentException("not a transaction of this package's");
  }

  /** A transaction's connection, which knows how long its work may take. */
  static final class InTransaction extends DefaultConnectionProvider {

    private final Timeouts timeouts;

    InTransaction(Connection connection, Timeouts timeouts) {
      super(connection);
      this.timeouts = timeouts;
    }
  }
}
