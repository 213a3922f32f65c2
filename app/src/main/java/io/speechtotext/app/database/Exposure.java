package io.speechtotext.app.database;

import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.failure.UnavailableException.Outcome;
import io.speechtotext.app.failure.UnavailableException.Reason;

/** What is left open when a connection is lost in the middle of a statement. */
enum Exposure {
  /** Nothing: it changes nothing, or it is in a transaction that nobody has asked to commit. */
  NONE(Outcome.NOT_DONE, true),
  /** Whether it was done; but it may be done once more. */
  REPEATABLE(Outcome.UNKNOWN, true),
  /** Whether it was done. */
  UNREPEATABLE(Outcome.UNKNOWN, false);

  private final Outcome outcome;
  private final boolean safeToRepeat;

  Exposure(Outcome outcome, boolean safeToRepeat) {
    this.outcome = outcome;
    this.safeToRepeat = safeToRepeat;
  }

  static Exposure of(Repeating repeating) {
    return repeating == Repeating.SAFE ? REPEATABLE : UNREPEATABLE;
  }

  /** What to tell when the connection was lost before the server could say. */
  UnavailableException lost(Reason reason, Throwable cause) {
    return new UnavailableException(reason, outcome, safeToRepeat, cause);
  }
}
