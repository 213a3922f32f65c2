package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.trace.LockMode;
import io.speechtotext.prover.trace.TracedStatement;
import java.util.List;
import java.util.Optional;

/**
 * A foreign key between two tables that were there, when both stay locked against writes for longer
 * than it takes to note it in the catalog: because it is validated at once, or because the
 * transaction goes on. Of one table that refers to itself there is no other to lock.
 */
final class FkLocksBoth implements SafetyCheck {

  @Override
  public List<Finding> check(Evidence evidence) {
    Findings findings = new Findings(evidence, Rule.FK_LOCKS_BOTH);
    Change.all(evidence)
        .forEach(
            change ->
                change.newConstraints().stream()
                    .filter(constraint -> constraint.kind() == Constraint.Kind.FOREIGN_KEY)
                    .filter(constraint -> constraint.referencedTable() != change.after().oid())
                    .filter(constraint -> evidence.existedBefore(constraint.referencedTable()))
                    .forEach(constraint -> judge(evidence, change, constraint, findings)));
    return findings.list();
  }

  private static void judge(
      Evidence evidence, Change change, Constraint constraint, Findings findings) {
    Table referenced = change.catalog().table(constraint.referencedTable()).orElseThrow();
    Optional<TracedStatement> later = later(evidence, change, constraint);
    if (constraint.validated() || later.isPresent()) {
      String why =
          constraint.validated()
              ? "it is validated at once"
              : later.map(Sight::of).orElseThrow() + " runs in the same transaction";
      findings.add(
          change.after().toString(),
          change.statement(),
          "%s keeps writes from %s and %s, and %s. %s"
              .formatted(
                  constraint.name(),
                  change.after(),
                  referenced,
                  why,
                  Sight.of(evidence, change.statement(), referenced)),
          SafeConstraint.of(change, constraint));
    }
  }

  // A statement that runs while both are still locked, but for one that ends the transaction.
  private static Optional<TracedStatement> later(
      Evidence evidence, Change change, Constraint constraint) {
    List<TracedStatement> statements = evidence.trace().statements();
    return statements.stream()
        .skip(statements.indexOf(change.statement()) + 1L)
        .takeWhile(
            each ->
                isHeld(each, change.after().oid()) && isHeld(each, constraint.referencedTable()))
        .filter(each -> !Statements.isAboutTransaction(each))
        .findFirst();
  }

  private static boolean isHeld(TracedStatement statement, long table) {
    return statement.heldBefore().stream()
        .anyMatch(
            lock ->
                lock.relation() == table
                    && lock.mode().compareTo(LockMode.SHARE_ROW_EXCLUSIVE) >= 0);
  }
}
