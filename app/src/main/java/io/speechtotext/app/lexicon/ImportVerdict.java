package io.speechtotext.app.lexicon;

/** What became of a row of an imported file. */
public enum ImportVerdict {
  /** A new term. */
  INSERTED(false),
  /** An active term reads, or is replaced, differently now. */
  UPDATED(false),
  /** A term that had been removed is back. */
  REACTIVATED(false),
  /** The active term was just this already; nothing was written. */
  UNCHANGED(false),
  /** Refused: term or replacement holds nothing that is seen. */
  BLANK(true),
  /** Refused: term, its normalized form, or replacement has more than 255 characters. */
  TOO_LONG(true),
  /** Refused: term or replacement holds U+0000 or half a character. */
  UNSTORABLE(true),
  /**
   * Refused: the replacement is the very term. Another spelling of the same normalized form, such
   * as capitals or a joiner, is a replacement like others.
   */
  SELF_REFERENCE(true),
  /** Refused: a later row has a term of the same normalized form, and counts instead. */
  DUPLICATE(true),
  /** Refused: terms would replace each other in a circle (a by b, b by a). */
  CYCLE(true);

  private final boolean refused;

  ImportVerdict(boolean refused) {
    this.refused = refused;
  }

  /** Whether the row was left out. */
  public boolean refused() {
    return refused;
  }
}
