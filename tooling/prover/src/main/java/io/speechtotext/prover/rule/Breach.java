package io.speechtotext.prover.rule;

import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.trace.TracedStatement;
import java.util.function.Predicate;

/** Makes findings of what a check saw. */
final class Breach {

  private final Evidence evidence;
  private final Rule rule;

  Breach(Evidence evidence, Rule rule) {
    this.evidence = evidence;
    this.rule = rule;
  }

  /** By a statement. */
  Finding by(TracedStatement statement, String object, String detail, String rewrite) {
    return finding(statement.line(), object, detail, rewrite);
  }

  /** By the first statement that fits; by none in particular when none does. */
  Finding by(Predicate<TracedStatement> fits, String object, String detail, String rewrite) {
    int line =
        evidence.trace().statements().stream()
            .filter(fits)
            .mapToInt(TracedStatement::line)
            .findFirst()
            .orElse(0);
    return finding(line, object, detail, rewrite);
  }

  private Finding finding(int line, String object, String detail, String rewrite) {
    return new Finding(
        evidence.migration().version(),
        rule,
        object,
        evidence.migration().up().name(),
        line,
        detail,
        rewrite,
        null);
  }
}
