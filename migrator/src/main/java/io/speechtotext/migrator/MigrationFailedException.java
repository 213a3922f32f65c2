package io.speechtotext.migrator;

import org.jspecify.annotations.Nullable;

/** A script cannot be read as SQL, or the server refused one of its statements. */
public final class MigrationFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String script;
  private final int line;
  private final @Nullable String sqlState;

  /**
   * A failure.
   *
   * @param message all that is known, and the next step
   * @param script the file's name
   * @param line from 1; 0 when not known
   * @param sqlState the server's; null when the statement never reached it
   * @param cause null when nothing was thrown before
   */
  public MigrationFailedException(
      String message,
      String script,
      int line,
      @Nullable String sqlState,
      @Nullable Throwable cause) {
    super(message, cause);
    this.script = script;
    this.line = line;
    this.sqlState = sqlState;
  }

  /** The file's name. */
  public String script() {
    return script;
  }

  /** The line in the file that the error is about, from 1; 0 when that is not known. */
  public int line() {
    return line;
  }

  /** The server's SQLSTATE; null when the statement never reached it. */
  public @Nullable String sqlState() {
    return sqlState;
  }
}
