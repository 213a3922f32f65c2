package io.speechtotext.prover.finding;

import org.jspecify.annotations.Nullable;

/**
 * A breach of a rule.
 *
 * @param version the migration's, with its letter: {@code V7}
 * @param rule what was broken
 * @param object what it was broken on: {@code jobs}, {@code jobs.status}, an index or a file
 * @param script the file that the breach is in; its own where the finding is about a whole file
 * @param line where the statement begins there, from 1; 0 when about no statement
 * @param detail what was seen, in sentences
 * @param rewrite SQL that does the same safely, for this very object; empty where there is none
 * @param allowedBecause the reason of the allowance that covers it; null when none does
 */
public record Finding(
    String version,
    Rule rule,
    String object,
    String script,
    int line,
    String detail,
    String rewrite,
    @Nullable String allowedBecause) {

  /** The finding in a line: {@code V7: index-not-concurrent on jobs}. */
  public String title() {
    return "%s: %s on %s".formatted(version, rule.id(), object);
  }

  /** Whether it fails the build. */
  public boolean fails() {
    return rule.severity() == Severity.ERROR && allowedBecause == null;
  }

  /** The same, covered by an allowance. */
  public Finding allowed(String reason) {
    return new Finding(version, rule, object, script, line, detail, rewrite, reason);
  }
}
