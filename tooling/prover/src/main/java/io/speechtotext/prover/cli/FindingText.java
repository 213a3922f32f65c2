package io.speechtotext.prover.cli;

import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Severity;

/** A finding for people: what and where, why it hurts, what was seen, and what to write instead. */
final class FindingText {

  private final Console console;

  FindingText(Console console) {
    this.console = console;
  }

  void say(Finding finding) {
    String reason = finding.allowedBecause();
    console.say("  " + heading(finding) + console.faint(place(finding)));
    if (reason != null) {
      console.say("    allowed: " + reason);
      return;
    }
    console.say("    " + finding.rule().harm());
    indented(finding.detail());
    if (!finding.rewrite().isBlank()) {
      console.say("    Instead:");
      finding
          .rewrite()
          .strip()
          .lines()
          .forEach(line -> console.say(("      " + line).stripTrailing()));
    }
  }

  private String heading(Finding finding) {
    String what = finding.rule().id() + " on " + finding.object();
    if (finding.allowedBecause() != null) {
      return what;
    }
    return finding.rule().severity() == Severity.ERROR ? console.bad(what) : console.doubtful(what);
  }

  private static String place(Finding finding) {
    if (finding.line() > 0) {
      return "  " + finding.script() + ":" + finding.line();
    }
    return finding.script().equals(finding.object()) ? "" : "  " + finding.script();
  }

  private void indented(String text) {
    text.strip().lines().forEach(line -> console.say(("    " + line).stripTrailing()));
  }
}
