package io.speechtotext.migrator.session;

import io.speechtotext.migrator.DatabaseUnavailableException;
import io.speechtotext.migrator.PoolerException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connects to whatever a data source leads to: a server, or a pooler that lets this driver in. */
public final class Connecting {

  // What every server takes from this driver, and a pooler only when it is told to.
  private static final String REFUSAL_OF_POOLERS = "unsupported startup parameter";

  private Connecting() {}

  /**
   * A new connection.
   *
   * @throws PoolerException when a pooler refuses what a server would take
   * @throws DatabaseUnavailableException when there is no connection for another reason
   */
  public static Connection to(DataSource database) {
    try {
      return database.getConnection();
    } catch (SQLException e) {
      if (String.valueOf(e.getMessage()).contains(REFUSAL_OF_POOLERS)) {
        throw new PoolerException(Address.of(database), e);
      }
      throw new DatabaseUnavailableException(e);
    }
  }
}
