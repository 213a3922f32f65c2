package io.speechtotext.app.lexicon;

import io.speechtotext.app.failure.InvalidValueException;
import java.text.Normalizer;
import java.util.Optional;

/**
 * A term or a replacement as it is stored: composed (Unicode NFC), without white space around it.
 * The one place in Java where terms are made comparable; the rest is the server's {@code
 * normalize_term}. Immutable.
 *
 * @param value 1 to {@value #MAXIMUM_LENGTH} characters
 */
public record TermText(String value) {

  /** The most characters that a term or a replacement has, counted as Unicode code points. */
  public static final int MAXIMUM_LENGTH = 255;

  /** Takes what {@link #of} takes, and stores what that stores. */
  public TermText {
    value = composed(value);
    flaw(value)
        .ifPresent(
            flaw -> {
              throw new InvalidValueException("term.term", flaw.rule());
            });
  }

  /**
   * A text as a person typed it.
   *
   * @param field whose value it is, such as {@code term.replacement}
   * @throws InvalidValueException naming that field, when the text is blank or too long, or holds
   *     what PostgreSQL cannot store
   */
  public static TermText of(String field, String typed) {
    flaw(composed(typed))
        .ifPresent(
            flaw -> {
              throw new InvalidValueException(field, flaw.rule());
            });
    return new TermText(typed);
  }

  /** The form in which a text is stored and compared, whether or not it may be stored. */
  static String composed(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
  }

  /** What is wrong with a composed text. */
  static Optional<TextFlaw> flaw(String composed) {
    if (composed.isEmpty()) {
      return Optional.of(TextFlaw.BLANK);
    }
    if (composed.codePointCount(0, composed.length()) > MAXIMUM_LENGTH) {
      return Optional.of(TextFlaw.TOO_LONG);
    }
    return composed.codePoints().allMatch(TermText::storable)
        ? Optional.empty()
        : Optional.of(TextFlaw.UNSTORABLE);
  }

  // A surrogate that stands alone is not a character, and has no UTF-8.
  static boolean storable(int codePoint) {
    return codePoint != 0
        && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }

  /** Just the text. */
  @Override
  public String toString() {
    return value;
  }
}
