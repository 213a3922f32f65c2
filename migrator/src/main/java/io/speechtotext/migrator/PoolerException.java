package io.speechtotext.migrator;

/**
 * A connection pooler stands between this process and the server, so that no lock can be relied on.
 * Nothing was changed; the message names the pooler's host and port, and the remedy.
 */
public final class PoolerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A pooler was met.
   *
   * @param address host and port that it listens on
   */
  public PoolerException(String address) {
    super(message(address));
  }

  /** As above, when the pooler itself refused the connection. */
  public PoolerException(String address, Throwable cause) {
    super(message(address), cause);
  }

  private static String message(String address) {
    return """
        %s is a connection pooler. Behind it, statements of one session may run in several, so the \
        lock that keeps other migrators out would not hold. Nothing was changed.
          Next: set MIGRATION_DATABASE_URL to the host and port of the server itself, and run the \
        command again."""
        .formatted(address);
  }
}
