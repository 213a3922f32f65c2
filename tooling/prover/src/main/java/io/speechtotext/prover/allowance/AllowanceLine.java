package io.speechtotext.prover.allowance;

import io.speechtotext.prover.finding.Rule;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one line of a file with allowances. */
sealed interface AllowanceLine {

  /** A line that allows something. */
  record Allows(Allowance allowance) implements AllowanceLine {}

  /**
   * A line that allows nothing, though somebody meant it to.
   *
   * @param object what it is about, as far as that can be told
   * @param trouble why, in sentences
   */
  record Wrong(String object, String trouble, int line) implements AllowanceLine {}

  /** The syntax, for people. */
  String SYNTAX = "allow <rule> on <object>: <reason>";

  // A name may hold colons; the one that ends it has a blank, or nothing, behind it.
  Pattern SHAPE =
      Pattern.compile(
          "allow\\s+(?<rule>\\S+)\\s+on\\s+(?<object>\\S.*?)\\s*(?::\\s+(?<reason>.*)|:)?");

  /** Reads a line; empty for a blank one and for a comment. */
  static Optional<AllowanceLine> read(String file, String text, int line) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.startsWith("#")) {
      return Optional.empty();
    }
    Matcher shape = SHAPE.matcher(stripped);
    return Optional.of(
        shape.matches()
            ? read(shape, line)
            : new Wrong(file, "It cannot be read: '%s'. %s".formatted(stripped, write()), line));
  }

  private static AllowanceLine read(Matcher shape, int line) {
    String object = shape.group("object");
    String id = shape.group("rule");
    String reason = shape.group("reason");
    Optional<Rule> rule = Rule.ofId(id);
    if (rule.isEmpty()) {
      return new Wrong(object, "There is no rule '%s'. %s".formatted(id, write()), line);
    }
    if (rule.get() == Rule.UNUSED_ALLOW) {
      return new Wrong(object, "The rule unused-allow cannot be allowed. Next: delete it.", line);
    }
    if (reason == null || reason.isBlank()) {
      return new Wrong(object, "The reason is missing. " + write(), line);
    }
    return new Allows(new Allowance(rule.get(), object, reason.strip(), line));
  }

  private static String write() {
    return "Next: write " + SYNTAX + ".";
  }
}
