package io.speechtotext.migrator;

import java.sql.SQLException;

/** The database cannot be reached, or refuses this role. The message holds no password. */
public final class DatabaseUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** As the driver or the server says it. */
  public DatabaseUnavailableException(SQLException cause) {
    super("The database cannot be used: " + cause.getMessage(), cause);
  }
}
