package io.speechtotext.codegen;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run of the generator said.
 *
 * @param lines its log, a line each
 */
record Outcome(List<String> lines) {

  static final String UP_TO_DATE = "up to date";

  private static final Pattern GENERATED =
      Pattern.compile(".*Generated \\d+ tables? with \\d+ columns? in \\d+ ms \\((.*)\\)");

  /** Why it generated; {@link #UP_TO_DATE} when it did not. */
  String reason() {
    for (String line : lines) {
      Matcher generated = GENERATED.matcher(line);
      if (generated.matches()) {
        return generated.group(1);
      }
      if (line.contains("Typed classes are up to date")) {
        return UP_TO_DATE;
      }
    }
    throw new AssertionError("neither generated nor up to date: " + lines);
  }
}
