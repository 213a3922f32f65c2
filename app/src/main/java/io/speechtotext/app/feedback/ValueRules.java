package io.speechtotext.app.feedback;

import io.speechtotext.app.failure.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** The rules that values of feedback keep. Each throws {@link InvalidValueException}. */
final class ValueRules {

  private static final int MAXIMUM_NAME = 100;

  private ValueRules() {}

  /** Words of any length. */
  static void requireText(String field, String text) {
    if (text.codePoints().allMatch(ValueRules::isSpace)) {
      throw new InvalidValueException(field, "must not be blank");
    }
    requireStorable(field, text);
  }

  // All that is white space to Java, to Unicode, or to PostgreSQL's regular expressions.
  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.isISOControl(codePoint);
  }

  /** Who somebody is. */
  static void requireName(String field, String name) {
    requireText(field, name);
    int length = name.codePointCount(0, name.length());
    if (length > MAXIMUM_NAME) {
      throw new InvalidValueException(
          field, "has at most %d characters, not %d".formatted(MAXIMUM_NAME, length));
    }
  }

  /** A share or a confidence, or none. */
  static void requireShare(String field, @Nullable Double share) {
    if (share != null && !(share >= 0 && share <= 1)) {
      throw new InvalidValueException(field, "is from 0 to 1, not " + share);
    }
  }

  /** What PostgreSQL can hold. */
  static void requireStorable(String field, String text) {
    if (text.indexOf('\0') >= 0) {
      throw new InvalidValueException(field, "must not hold the character U+0000");
    }
  }
}
