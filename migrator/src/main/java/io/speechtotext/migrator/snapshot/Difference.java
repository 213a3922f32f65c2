package io.speechtotext.migrator.snapshot;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is not as expected.
 *
 * @param object its name, such as {@code jobs.status}
 * @param expected what it should be; null when it should not be there
 * @param found what it is; null when it is not there
 * @param severity whether code relies on it
 */
public record Difference(
    String object, @Nullable String expected, @Nullable String found, Severity severity) {

  /** On one line: {@code jobs.status: expected varchar(50) not null, found text}. */
  @Override
  public String toString() {
    return "%s: expected %s, found %s".formatted(object, orNothing(expected), orNothing(found));
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "nothing" : text;
  }
}
