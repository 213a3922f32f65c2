package io.speechtotext.prover.rule;

import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.trace.TracedStatement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects breaches of one rule; what is found twice on one object becomes one finding. */
final class Findings {

  private record Sighting(TracedStatement statement, String detail, Rewrite rewrite) {}

  private final Evidence evidence;
  private final Rule rule;
  private final Map<String, Sighting> breaches = new LinkedHashMap<>();

  Findings(Evidence evidence, Rule rule) {
    this.evidence = evidence;
    this.rule = rule;
  }

  void add(String object, TracedStatement statement, String detail, Rewrite rewrite) {
    breaches.merge(
        object,
        new Sighting(statement, detail, rewrite),
        (first, next) ->
            new Sighting(
                first.statement,
                first.detail.equals(next.detail) ? detail : first.detail + " " + next.detail,
                first.rewrite.with(next.rewrite)));
  }

  List<Finding> list() {
    Breach found = new Breach(evidence, rule);
    return breaches.entrySet().stream()
        .map(entry -> finding(found, entry.getKey(), entry.getValue()))
        .toList();
  }

  private Finding finding(Breach found, String object, Sighting sighting) {
    return found.by(
        sighting.statement,
        object,
        sighting.detail,
        sighting.rewrite.text(evidence.migration().version()));
  }
}
