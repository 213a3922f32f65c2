package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import java.util.List;

/** An exclusion constraint that is new on a table that was there. */
final class ExclusionConstraint implements SafetyCheck {

  @Override
  public List<Finding> check(Evidence evidence) {
    Findings findings = new Findings(evidence, Rule.EXCLUSION_CONSTRAINT);
    Change.all(evidence)
        .forEach(
            change ->
                change.newConstraints().stream()
                    .filter(each -> each.kind() == Constraint.Kind.EXCLUSION)
                    .forEach(
                        constraint ->
                            findings.add(
                                change.after().toString(),
                                change.statement(),
                                "%s built its index: %s"
                                    .formatted(
                                        constraint.name(),
                                        Sight.of(evidence, change.statement(), change.after())),
                                rewrite(change, constraint))));
    return findings.list();
  }

  private static Rewrite rewrite(Change change, Constraint constraint) {
    return TableTwin.of(
        change.statement().before(),
        change.before(),
        "ADD CONSTRAINT %s %s".formatted(constraint.sqlName(), constraint.definition()));
  }
}
