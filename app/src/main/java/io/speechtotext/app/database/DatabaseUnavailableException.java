package io.speechtotext.app.database;

/** The database does not answer, or refuses. The message names it and holds no password. */
public final class DatabaseUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseUnavailableException(String database, Exception cause) {
    super(
        "The database %s cannot be used: %s\n  Next: check DATABASE_URL, or DB_HOST, DB_PORT, DB_NAME, DB_USER and DB_PASSWORD, and that the server runs."
            .formatted(database, cause.getMessage()),
        cause);
  }
}
