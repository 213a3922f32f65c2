package io.speechtotext.app.failure;

/** The database did not answer, or not in time. Worth trying again later. */
public final class UnavailableException extends DataException {

  private static final long serialVersionUID = 1L;

  /** Whether the operation has had its effect. */
  public enum Outcome {
    /** It has not, and will not have it. */
    NOT_DONE,
    /** It either has or has not; the connection was lost before the server could say. */
    UNKNOWN
  }

  private final Outcome outcome;
  private final boolean safeToRepeat;

  /**
   * For an operation.
   *
   * @param message what happened; no SQL, no values
   * @param safeToRepeat whether doing it once more has the effect of doing it once
   */
  public UnavailableException(String message, Outcome outcome, boolean safeToRepeat) {
    super(message, null);
    this.outcome = outcome;
    this.safeToRepeat = safeToRepeat;
  }

  /** Whether the operation has had its effect. */
  public Outcome outcome() {
    return outcome;
  }

  /** Whether doing it once more has the effect of doing it once. */
  public boolean safeToRepeat() {
    return safeToRepeat;
  }
}
