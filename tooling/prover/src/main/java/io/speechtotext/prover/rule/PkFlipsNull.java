package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import java.util.List;
import java.util.Optional;

/**
 * A primary key on an index that was there, with a column that was not yet NOT NULL, so that the
 * whole table is read. With a validated CHECK that says the same it is not read, and not found.
 */
final class PkFlipsNull implements SafetyCheck {

  @Override
  public List<Finding> check(Evidence evidence) {
    Findings findings = new Findings(evidence, Rule.PK_FLIPS_NULL);
    Change.all(evidence)
        .filter(Change::readsTable)
        .forEach(
            change ->
                change.newConstraints().stream()
                    .filter(each -> each.kind() == Constraint.Kind.PRIMARY_KEY)
                    .forEach(key -> judge(evidence, change, key, findings)));
    return findings.list();
  }

  private static void judge(Evidence evidence, Change change, Constraint key, Findings findings) {
    Optional<Index> index =
        change.before().indexes().stream().filter(each -> each.oid() == key.indexOid()).findFirst();
    for (Column column : change.newlyNotNull()) {
      if (index.isPresent() && key.columns().contains(column.number())) {
        findings.add(
            change.after() + "." + column.name(),
            change.statement(),
            Sight.of(evidence, change.statement(), change.after()),
            SafeNotNull.of(change.after(), column)
                .then(SafeKey.usingIndex(change.after(), key, index.get())));
      }
    }
  }
}
