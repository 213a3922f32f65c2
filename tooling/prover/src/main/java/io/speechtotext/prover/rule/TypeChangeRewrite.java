package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * A column with another type in a table with another file. Whatever else is made anew on the way
 * (indexes, constraints) is not found once more by other rules.
 */
final class TypeChangeRewrite implements SafetyCheck {

  @Override
  public List<Finding> check(Evidence evidence) {
    Findings findings = new Findings(evidence, Rule.TYPE_CHANGE_REWRITE);
    Change.all(evidence)
        .filter(Change::rewritesTable)
        .forEach(
            change ->
                change.typeChanges().stream()
                    .filter(column -> !isOfParent(change, column))
                    .forEach(
                        column ->
                            findings.add(
                                change.after() + "." + column.name(),
                                change.statement(),
                                Sight.of(evidence, change.statement(), change.after()),
                                rewrite(change, column))));
    return findings.list();
  }

  private static boolean isOfParent(Change change, Column column) {
    return change
        .parent()
        .filter(
            parent ->
                parent.typeChanges().stream().anyMatch(each -> each.name().equals(column.name())))
        .isPresent();
  }

  private static Rewrite rewrite(Change change, Column changed) {
    Table table = change.before();
    Column column = table.column(changed.number()).orElseThrow();
    String next = Names.of(table, column.name(), "next").substring(table.name().length() + 1);
    SyncTrigger trigger = new SyncTrigger(table, column.name() + "_next");
    String cast = "CAST(%s AS " + changed.type() + ")";
    return Rewrite.of(
            Stream.concat(
                    Stream.of(
                        "ALTER TABLE %s ADD COLUMN %s %s;"
                            .formatted(table.sqlName(), next, changed.type())),
                    Stream.of(
                        trigger.create(
                            "NEW.%s := %s"
                                .formatted(next, cast.formatted("NEW." + column.sqlName())))))
                .toArray(String[]::new))
        .then(
            BatchedUpdate.of(
                table,
                next + " = " + cast.formatted(column.sqlName()),
                "%s IS NULL AND %s IS NOT NULL".formatted(next, column.sqlName())))
        .then(
            Stream.concat(
                    Stream.of(
                        "-- Once every process reads and writes %s instead of %s:"
                            .formatted(next, column.sqlName())),
                    Stream.of(trigger.drop()))
                .toArray(String[]::new));
  }
}
