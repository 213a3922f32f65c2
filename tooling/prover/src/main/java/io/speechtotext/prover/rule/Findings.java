package io.speechtotext.prover.rule;

import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.trace.TracedStatement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects breaches of one rule; what is found twice on one object becomes one finding. */
final class Findings {

  private record Breach(TracedStatement statement, String detail, Rewrite rewrite) {}

  private final Evidence evidence;
  private final Rule rule;
  private final Map<String, Breach> breaches = new LinkedHashMap<>();

  Findings(Evidence evidence, Rule rule) {
    this.evidence = evidence;
    this.rule = rule;
  }

  void add(String object, TracedStatement statement, String detail, Rewrite rewrite) {
    breaches.merge(
        object,
        new Breach(statement, detail, rewrite),
        (first, next) ->
            new Breach(
                first.statement,
                first.detail.equals(next.detail) ? detail : first.detail + " " + next.detail,
                first.rewrite.with(next.rewrite)));
  }

  List<Finding> list() {
    String version = evidence.migration().version();
    return breaches.entrySet().stream()
        .map(
            entry ->
                new Finding(
                    version,
                    rule,
                    entry.getKey(),
                    evidence.migration().up().name(),
                    entry.getValue().statement.line(),
                    entry.getValue().detail,
                    entry.getValue().rewrite.text(version),
                    null))
        .toList();
  }
}
