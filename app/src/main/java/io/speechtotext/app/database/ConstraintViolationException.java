package io.speechtotext.app.database;

/**
 * A row was refused because of a rule that the database keeps. Nothing was written. Neither message
 * nor cause holds a value of the row.
 */
public final class ConstraintViolationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Which sort of rule. */
  public enum Kind {
    /** Another row has the same value. */
    UNIQUE,
    /** The row that this one refers to is not there, or a row still refers to this one. */
    FOREIGN_KEY,
    /** A value is missing. */
    NOT_NULL,
    /** A value breaks a check, or any other rule. */
    CHECK
  }

  private final Kind kind;
  private final String constraint;

  ConstraintViolationException(Kind kind, String constraint, Throwable cause) {
    super("The database refused a row: %s, %s".formatted(kind, constraint), cause);
    this.kind = kind;
    this.constraint = constraint;
  }

  /** Which sort of rule it was. */
  public Kind kind() {
    return kind;
  }

  /**
   * The constraint's name, for example {@code uq_jobs_job_id}; for a missing value, the column's.
   */
  public String constraint() {
    return constraint;
  }
}
