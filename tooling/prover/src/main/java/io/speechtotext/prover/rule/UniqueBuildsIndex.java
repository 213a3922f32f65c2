package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import java.util.List;
import java.util.Optional;

/**
 * A UNIQUE or a PRIMARY KEY that came together with its index in one statement. Its columns that
 * the key makes NOT NULL, and its index, are not found again by the rules for those.
 */
final class UniqueBuildsIndex implements SafetyCheck {

  @Override
  public List<Finding> check(Evidence evidence) {
    Findings findings = new Findings(evidence, Rule.UNIQUE_BUILDS_INDEX);
    Change.all(evidence)
        .forEach(
            change ->
                change.newConstraints().stream()
                    .filter(UniqueBuildsIndex::isKey)
                    .forEach(
                        constraint ->
                            builtIndex(change, constraint)
                                .ifPresent(
                                    index ->
                                        findings.add(
                                            change.after().toString(),
                                            change.statement(),
                                            "The index %s was built: %s"
                                                .formatted(
                                                    index.name(),
                                                    Sight.of(
                                                        evidence,
                                                        change.statement(),
                                                        change.after())),
                                            rewrite(change, constraint, index)))));
    return findings.list();
  }

  private static boolean isKey(Constraint constraint) {
    return constraint.kind() == Constraint.Kind.PRIMARY_KEY
        || constraint.kind() == Constraint.Kind.UNIQUE;
  }

  private static Optional<Index> builtIndex(Change change, Constraint constraint) {
    boolean wasThere =
        change.before().indexes().stream().anyMatch(each -> each.oid() == constraint.indexOid());
    return change.after().indexes().stream()
        .filter(each -> each.oid() == constraint.indexOid() && !wasThere)
        .findFirst();
  }

  private static Rewrite rewrite(Change change, Constraint constraint, Index index) {
    Rewrite withIndex =
        Rewrite.of(Definitions.createIndexConcurrently(index))
            .then(SafeKey.usingIndex(change.after(), constraint, index));
    return change.newlyNotNull().stream()
        .filter(column -> constraint.columns().contains(column.number()))
        .map(column -> SafeNotNull.of(change.after(), column))
        .reduce(Rewrite::with)
        .map(notNull -> notNull.then(withIndex))
        .orElse(withIndex);
  }
}
