package io.speechtotext.prover.report;

import io.speechtotext.prover.Outcome;
import io.speechtotext.prover.VersionProof;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a reviewer is to think of a version, the worst first. */
enum Verdict {
  /** A finding stops the build. */
  FAILS,
  /** It could not be tried to its end, for another reason than its own SQL. */
  NOT_PROVEN,
  /** Findings that stop nothing. */
  WARNINGS,
  /** Findings, each with a reason why it is to be so. */
  ALLOWED,
  /** Nothing was found. */
  OK;

  private static final Set<Rule> UNTRIED = EnumSet.of(Rule.NOT_PROVEN);

  static Verdict of(VersionProof proof) {
    List<Finding> findings = proof.findings();
    if (findings.stream().anyMatch(each -> each.fails() && !UNTRIED.contains(each.rule()))) {
      return FAILS;
    }
    if (proof.outcome() == Outcome.NOT_PROVEN || findings.stream().anyMatch(Finding::fails)) {
      return NOT_PROVEN;
    }
    if (findings.stream().anyMatch(each -> each.allowedBecause() == null)) {
      return WARNINGS;
    }
    return findings.isEmpty() ? OK : ALLOWED;
  }
}
