package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.rewrite.SyncedColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A column with another type in a table with another file. Whatever else is made anew on the way
 * (indexes, constraints) is not found once more by other rules.
 */
final class TypeChangeRewrite implements SafetyCheck {

  @Override
  public List<Finding> check(Evidence evidence) {
    Breach breach = new Breach(evidence, Rule.TYPE_CHANGE_REWRITE);
    Map<String, Finding> findings = new LinkedHashMap<>();
    Change.all(evidence)
        .filter(Change::rewritesTable)
        .forEach(
            change ->
                change.typeChanges().stream()
                    .filter(column -> !isOfParent(change, column))
                    .map(column -> finding(breach, evidence, change, column))
                    .forEach(finding -> findings.putIfAbsent(finding.object(), finding)));
    return List.copyOf(findings.values());
  }

  private static boolean isOfParent(Change change, Column column) {
    return change
        .parent()
        .filter(
            parent ->
                parent.typeChanges().stream().anyMatch(each -> each.name().equals(column.name())))
        .isPresent();
  }

  private static Finding finding(Breach breach, Evidence evidence, Change change, Column column) {
    Column former = change.before().column(column.number()).orElseThrow();
    return breach.by(
        change.statement(),
        change.after() + "." + column.name(),
        "%s becomes %s. %s"
            .formatted(
                former.type(),
                column.type(),
                Sight.of(evidence, change.statement(), change.after())),
        SyncedColumn.of(
            evidence.migration().version(),
            change.before(),
            former,
            former.name() + "_new",
            column.type()));
  }
}
