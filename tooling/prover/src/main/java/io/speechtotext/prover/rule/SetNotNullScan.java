package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import java.util.List;

/**
 * A column that refuses NULL after a statement that read the whole table. With a validated CHECK
 * that says the same, PostgreSQL does not read it. Columns of a primary key belong to {@link
 * PkFlipsNull} and {@link UniqueBuildsIndex}, those of a partition to its table.
 */
final class SetNotNullScan implements SafetyCheck {

  @Override
  public List<Finding> check(Evidence evidence) {
    Findings findings = new Findings(evidence, Rule.SET_NOT_NULL_SCAN);
    Change.all(evidence)
        .filter(Change::readsTable)
        .forEach(
            change ->
                change.newlyNotNull().stream()
                    .filter(column -> !isOfNewKey(change, column))
                    .filter(column -> !isOfParent(change, column))
                    .filter(column -> !isChecked(change.before(), column))
                    .forEach(
                        column ->
                            findings.add(
                                change.after() + "." + column.name(),
                                change.statement(),
                                Sight.of(evidence, change.statement(), change.after()),
                                SafeNotNull.of(change.after(), column))));
    return findings.list();
  }

  private static boolean isOfNewKey(Change change, Column column) {
    return change.newConstraints().stream()
        .anyMatch(
            each ->
                each.kind() == Constraint.Kind.PRIMARY_KEY
                    && each.columns().contains(column.number()));
  }

  private static boolean isOfParent(Change change, Column column) {
    return change
        .parent()
        .filter(
            parent ->
                parent.newlyNotNull().stream().anyMatch(each -> each.name().equals(column.name())))
        .isPresent();
  }

  private static boolean isChecked(Table table, Column column) {
    String check = "CHECK ((" + column.sqlName() + " IS NOT NULL))";
    return table.constraints().stream()
        .anyMatch(each -> each.validated() && each.definition().equals(check));
  }
}
