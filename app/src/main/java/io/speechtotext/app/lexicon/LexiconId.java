package io.speechtotext.app.lexicon;

import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.value.LexiconName;

/**
 * The name of a lexicon, such as {@code general}. Immutable.
 *
 * @param value 1 to 100 letters and digits of ASCII, {@code _} and {@code -}
 */
public record LexiconId(String value) {

  /**
   * Checks the syntax.
   *
   * @throws InvalidValueException when it is broken
   */
  public LexiconId {
    LexiconName.require("term.lexiconId", value);
  }

  /** As the constructor. */
  public static LexiconId of(String value) {
    return new LexiconId(value);
  }

  /** Just the name. */
  @Override
  public String toString() {
    return value;
  }
}
