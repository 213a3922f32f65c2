package io.speechtotext.prover.allowance;

import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;

/**
 * A line {@code allow <rule> on <object>: <reason>}.
 *
 * @param line where it stands, from 1
 */
record Allowance(Rule rule, String object, String reason, int line) {

  boolean covers(Finding finding) {
    return finding.rule() == rule && finding.object().equals(object);
  }
}
