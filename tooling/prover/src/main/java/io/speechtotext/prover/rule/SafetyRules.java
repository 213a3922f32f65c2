package io.speechtotext.prover.rule;

import io.speechtotext.prover.finding.Finding;
import java.util.List;

/** Every rule that is judged by what one run of a migration showed. */
public final class SafetyRules {

  private static final List<SafetyCheck> CHECKS = List.of();

  private SafetyRules() {}

  /** What a migration broke; each object once for each rule. */
  public static List<Finding> check(Evidence evidence) {
    return CHECKS.stream().flatMap(check -> check.check(evidence).stream()).toList();
  }
}
