package io.speechtotext.app.lexicon;

import io.speechtotext.app.failure.InvalidValueException;
import java.util.regex.Pattern;

/**
 * The name of a lexicon, such as {@code general}. Immutable.
 *
 * @param value 1 to 100 letters and digits of ASCII, {@code _} and {@code -}
 */
public record LexiconId(String value) {

  private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  /**
   * Checks the syntax.
   *
   * @throws InvalidValueException when it is broken
   */
  public LexiconId {
    if (!SYNTAX.matcher(value).matches()) {
      throw new InvalidValueException(
          "term.lexiconId", "is 1 to 100 ASCII letters, digits, _ and -");
    }
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
