package io.speechtotext.app.job;

import io.speechtotext.app.failure.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * What a text has to keep to, so that the database takes it.
 *
 * @param field whose it is, such as {@code job.language}
 * @param maxLength in characters, as PostgreSQL counts them
 */
record TextRule(String field, int maxLength) {

  /**
   * Passes a text on, or null.
   *
   * @throws InvalidValueException when it is too long, or holds U+0000
   */
  @Nullable String check(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int length = text.codePointCount(0, text.length());
    if (length > maxLength) {
      throw new InvalidValueException(
          field, "has at most %d characters, not %d".formatted(maxLength, length));
    }
    if (text.indexOf('\0') >= 0) {
      throw new InvalidValueException(field, "holds no character U+0000");
    }
    return text;
  }

  /**
   * Passes a text on that has to say something.
   *
   * @throws InvalidValueException as above, or when it is blank
   */
  String checkNotBlank(String text) {
    if (text.isBlank()) {
      throw new InvalidValueException(field, "is not blank");
    }
    check(text);
    return text;
  }
}
