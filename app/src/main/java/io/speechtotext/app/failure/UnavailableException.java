package io.speechtotext.app.failure;

import org.jspecify.annotations.Nullable;

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

  /** What stood in the way. */
  public enum Reason {
    /** No connection could be had: the server is away, or the pool is used up. */
    NO_CONNECTION("no connection to the database could be had"),
    /** The connection was lost, or the server ended it. */
    CONNECTION_LOST("the connection to the database was lost"),
    /** A statement took longer than it may. */
    TIMED_OUT("the database did not finish in time"),
    /** A row or table is locked for longer than is waited for. */
    LOCKED("others hold a lock for too long"),
    /** A deadlock or a serialization failure; the server undid this side of it. */
    ROLLED_BACK("others changed the same rows at the same time"),
    /** The server is out of connections, memory or disk, or takes no writes. */
    OVERLOADED("the database cannot take it now"),
    /** Something that costs much is done for few callers at a time, and they are at it. */
    BUSY("too many ask for this at once");

    private final String meaning;

    Reason(String meaning) {
      this.meaning = meaning;
    }

    /** For people. */
    public String meaning() {
      return meaning;
    }
  }

  private final Reason reason;
  private final Outcome outcome;
  private final boolean safeToRepeat;

  /**
   * For an operation.
   *
   * @param safeToRepeat whether doing it once more has the effect of doing it once
   * @param cause holds neither SQL nor values; null for none
   */
  public UnavailableException(
      Reason reason, Outcome outcome, boolean safeToRepeat, @Nullable Throwable cause) {
    super(message(reason, outcome, safeToRepeat), cause);
    this.reason = reason;
    this.outcome = outcome;
    this.safeToRepeat = safeToRepeat;
  }

  private static String message(Reason reason, Outcome outcome, boolean safeToRepeat) {
    return "%s; the operation %s, and repeating it is %s"
        .formatted(
            reason.meaning,
            outcome == Outcome.NOT_DONE ? "was not done" : "may have been done",
            safeToRepeat ? "safe" : "not safe: look first");
  }

  /** What stood in the way. */
  public Reason reason() {
    return reason;
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
