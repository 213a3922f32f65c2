package io.speechtotext.migrator;

/** The database cannot be reached, or refuses this role. The message holds no password. */
public final class DatabaseUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
