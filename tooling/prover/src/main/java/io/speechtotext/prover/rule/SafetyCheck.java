package io.speechtotext.prover.rule;

import io.speechtotext.prover.finding.Finding;
import java.util.List;

/** Looks for breaches of one rule, or of a few that one signal proves. */
@FunctionalInterface
interface SafetyCheck {

  /** All that it finds, in the order of the statements; each object once. */
  List<Finding> check(Evidence evidence);
}
