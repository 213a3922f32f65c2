package io.speechtotext.app.failure;

import org.jspecify.annotations.Nullable;

/** The database refused for a reason that no caller can do anything about: a defect or a setup. */
public final class UnexpectedFailureException extends DataException {

  private static final long serialVersionUID = 1L;

  private final String sqlState;

  /**
   * For the server's code.
   *
   * @param sqlState five characters; see PostgreSQL's appendix "Error Codes"
   * @param cause holds neither SQL nor values; null for none
   */
  public UnexpectedFailureException(String sqlState, @Nullable Throwable cause) {
    super("The database refused with SQLSTATE " + sqlState, cause);
    this.sqlState = sqlState;
  }

  /** The server's code: five characters. */
  public String sqlState() {
    return sqlState;
  }
}
