package io.speechtotext.app.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** Runs statements, each as a transaction of its own. Thread-safe. */
final class SingleStatements {

  private final Connections connections;
  private final Transactions transactions;
  private final Route route;

  SingleStatements(Connections connections, Transactions transactions, Route route) {
    this.connections = connections;
    this.transactions = transactions;
    this.route = route;
  }

  /**
   * Runs one of jOOQ's.
   *
   * @param exposure what is left open when the connection is lost meanwhile
   */
  <T> T run(Exposure exposure, Function<DSLContext, T> statement) {
    return run(
        exposure,
        (connection, exposed) ->
            statement.apply(
                exposed == Exposure.NONE
                    ? Dialect.of(exposed).on(connection)
                    : Dialect.of(exposed).onceOn(connection)));
  }

  /** As above. */
  <T> T run(Exposure exposure, Work<T> statement) {
    if (route == Route.POOLED) {
      // Only a transaction can have timeouts there.
      return transactions.run(exposure, inside -> inside.alone(statement));
    }
    Connection connection = connections.lend();
    try {
      return statement.on(connection, exposure);
    } catch (SQLException e) {
      throw Refusals.translate(e, exposure);
    } catch (DataAccessException e) {
      throw Refusals.translate(e, exposure);
    } finally {
      connections.takeBack(connection);
    }
  }
}
