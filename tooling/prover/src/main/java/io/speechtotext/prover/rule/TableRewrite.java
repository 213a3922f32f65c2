package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table in another file, for any reason but a type change ({@link TypeChangeRewrite}) and a
 * TRUNCATE (which drops data, and writes nothing). Its indexes are in other files, too; that is not
 * found again.
 */
final class TableRewrite implements SafetyCheck {

  private static final Set<String> PACKING = Set.of("vacuum", "cluster");

  @Override
  public List<Finding> check(Evidence evidence) {
    Findings findings = new Findings(evidence, Rule.TABLE_REWRITE);
    Change.all(evidence)
        .filter(Rewriting::isOfRows)
        .filter(change -> !Statements.verb(change.statement()).equals("truncate"))
        .filter(change -> change.typeChanges().isEmpty())
        .filter(change -> change.parent().filter(Rewriting::isOfRows).isEmpty())
        .forEach(
            change ->
                findings.add(
                    change.after().toString(),
                    change.statement(),
                    Sight.of(evidence, change.statement(), change.after()),
                    rewrite(change)));
    return findings.list();
  }

  private static Rewrite rewrite(Change change) {
    if (PACKING.contains(Statements.verb(change.statement()))) {
      return Rewrite.of(
          "-- Outside a transaction; makes the room of dead rows usable while reads and writes go on.",
          "VACUUM (ANALYZE) " + change.after().sqlName() + ";");
    }
    return change.newColumns().stream()
        .filter(Column::hasDefault)
        .map(
            column ->
                column.isGenerated()
                    ? generated(change.after(), column)
                    : filled(change.after(), column))
        .reduce(Rewrite::with)
        .orElse(Rewrite.NONE);
  }

  // A default of its own for each row: given to new rows at once, to old ones bit by bit.
  private static Rewrite filled(Table table, Column column) {
    Rewrite rewrite =
        Rewrite.of(
                "ALTER TABLE %1$s ADD COLUMN %2$s %3$s, ALTER COLUMN %2$s SET DEFAULT %4$s;"
                    .formatted(
                        table.sqlName(), column.sqlName(), column.type(), column.defaultSql()))
            .then(
                BatchedUpdate.of(
                    table, column.sqlName() + " = DEFAULT", column.sqlName() + " IS NULL"));
    return column.notNull() ? rewrite.then(SafeNotNull.of(table, column)) : rewrite;
  }

  private static Rewrite generated(Table table, Column column) {
    SyncTrigger trigger = new SyncTrigger(table, column.name());
    return Rewrite.of(
            Stream.concat(
                    Stream.of(
                        "ALTER TABLE %s ADD COLUMN %s %s;"
                            .formatted(table.sqlName(), column.sqlName(), column.type())),
                    Stream.of(
                        trigger.create(
                            "NEW.%s := (SELECT %s FROM (SELECT NEW.*) AS changed)"
                                .formatted(column.sqlName(), column.defaultSql()))))
                .toArray(String[]::new))
        .then(
            BatchedUpdate.of(
                table,
                column.sqlName() + " = " + column.defaultSql(),
                column.sqlName() + " IS NULL"));
  }
}
