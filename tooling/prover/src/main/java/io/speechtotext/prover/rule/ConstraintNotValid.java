package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import java.util.List;

/**
 * A CHECK or a foreign key that is there after a statement, already validated. One that a type
 * change makes anew belongs to {@link TypeChangeRewrite}, one that a partition gets from its table
 * is found on that.
 */
final class ConstraintNotValid implements SafetyCheck {

  @Override
  public List<Finding> check(Evidence evidence) {
    Findings findings = new Findings(evidence, Rule.CONSTRAINT_NOT_VALID);
    Change.all(evidence)
        .forEach(
            change ->
                change.newConstraints().stream()
                    .filter(ConstraintNotValid::isValidated)
                    .filter(constraint -> !isFormerBound(change, constraint))
                    .forEach(
                        constraint ->
                            findings.add(
                                change.after().toString(),
                                change.statement(),
                                "%s is validated as soon as it is there: %s"
                                    .formatted(
                                        constraint.name(),
                                        Sight.of(evidence, change.statement(), change.after())),
                                SafeConstraint.of(change, constraint))));
    return findings.list();
  }

  // DETACH PARTITION CONCURRENTLY turns the bound into a CHECK, which all rows keep.
  private static boolean isFormerBound(Change change, Constraint constraint) {
    return constraint.kind() == Constraint.Kind.CHECK
        && change.statement().before().isPartition(change.before())
        && change.after().parentOid() == 0
        && !change.readsTable();
  }

  private static boolean isValidated(Constraint constraint) {
    return constraint.validated()
        && (constraint.kind() == Constraint.Kind.CHECK
            || constraint.kind() == Constraint.Kind.FOREIGN_KEY);
  }
}
