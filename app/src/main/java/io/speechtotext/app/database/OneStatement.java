package io.speechtotext.app.database;

import java.sql.Connection;
import org.jooq.ConnectionProvider;

/**
 * Lends a connection for one statement, and not for another. Alone, each statement is committed as
 * it ends: should the second one fail, nobody could say that nothing was done.
 */
final class OneStatement implements ConnectionProvider {

  private final Connection connection;
  private boolean used;

  OneStatement(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Connection acquire() {
    if (used) {
      throw new IllegalStateException(
          "This is the second statement of a write.\n  Next: run several in atomically(…)");
    }
    used = true;
    return connection;
  }

  @Override
  public void release(Connection released) {
    // Whoever lent it takes it back.
  }
}
