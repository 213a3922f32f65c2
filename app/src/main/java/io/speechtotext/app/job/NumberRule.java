package io.speechtotext.app.job;

import io.speechtotext.app.failure.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * What a number has to keep to, so that the database takes it.
 *
 * @param field whose it is, such as {@code job.attempts}
 * @param minimum the least that it may be
 * @param maximum the most that it may be
 */
record NumberRule(String field, double minimum, double maximum) {

  /** Nothing below zero. */
  static NumberRule notNegative(String field) {
    return new NumberRule(field, 0, Double.MAX_VALUE);
  }

  /**
   * Passes on nothing.
   *
   * @throws InvalidValueException when there is a number, and it is out of range or none at all
   */
  void check(@Nullable Number number) {
    if (number != null && !(number.doubleValue() >= minimum && number.doubleValue() <= maximum)) {
      throw new InvalidValueException(
          field,
          maximum == Double.MAX_VALUE
              ? "is at least %s, not %s".formatted(text(minimum), number)
              : "is from %s to %s, not %s".formatted(text(minimum), text(maximum), number));
    }
  }

  private static String text(double limit) {
    return Long.toString((long) limit);
  }
}
