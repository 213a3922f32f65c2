package io.speechtotext.schema;

import io.speechtotext.prover.finding.Finding;

/** What a person needs to know of a finding that fails the build. */
final class FindingMessage {

  private static final String SAFETY_FILE =
      "%n%nOr, where it has to be as it is, a line in %s: allow %s on %s: <reason>";

  private FindingMessage() {}

  /** Where, why it hurts, what was seen, and what to write instead. */
  static String of(Finding finding) {
    String place = finding.line() == 0 ? "" : ", line " + finding.line();
    String rewrite = finding.rewrite().strip();
    return "%s%n%s%s%n%s%n%n%s%s%s"
        .formatted(
            finding.title(),
            finding.script(),
            place,
            finding.rule().harm(),
            finding.detail().strip(),
            rewrite.isEmpty() ? "" : "%n%nInstead:%n%n%s".formatted(rewrite),
            allowance(finding));
  }

  private static String allowance(Finding finding) {
    String script = finding.script();
    if (!script.startsWith("V") || !script.endsWith(".sql")) {
      return "";
    }
    String file = script.substring(0, script.length() - ".sql".length()) + ".safety";
    return SAFETY_FILE.formatted(file, finding.rule().id(), finding.object());
  }
}
