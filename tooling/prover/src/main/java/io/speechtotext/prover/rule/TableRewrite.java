package io.speechtotext.prover.rule;

import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
        .filter(column -> column.hasDefault() || column.isGenerated())
        .map(column -> NewColumn.of(change.after(), column))
        .reduce(Rewrite::with)
        .orElseGet(() -> twin(change));
  }

  // SET UNLOGGED, SET TABLESPACE, SET ACCESS METHOD.
  private static Rewrite twin(Change change) {
    return AlterTable.of(change.statement().sql())
        .map(
            alter ->
                alter.actions().stream()
                    .map(AlterTable.Action::sql)
                    .collect(Collectors.joining(", ")))
        .map(actions -> TableTwin.of(change.statement().before(), change.before(), actions))
        .orElse(Rewrite.NONE);
  }
}
