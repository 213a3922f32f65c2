package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Table;
import java.util.ArrayList;
import java.util.List;

/** A CHECK or a foreign key in two steps: for new rows first, then for those that are there. */
final class SafeConstraint {

  private SafeConstraint() {}

  static Rewrite of(Change change, Constraint constraint) {
    Table table = change.after();
    List<String> first = new ArrayList<>();
    for (Column column : change.newColumns()) {
      if (constraint.columns().contains(column.number())) {
        first.add(Definitions.addColumn(table, column));
      }
    }
    List<String> second = new ArrayList<>();
    for (Table each : tables(change, constraint)) {
      first.add(add(each, constraint) + " NOT VALID;");
      second.add(
          "ALTER TABLE %s VALIDATE CONSTRAINT %s;".formatted(each.sqlName(), constraint.sqlName()));
    }
    Rewrite rewrite = new Rewrite(List.of(first, second));
    return isSplit(change, constraint)
        ? rewrite.then("-- The partitions' own keys spare the scan.", add(table, constraint) + ";")
        : rewrite;
  }

  private static String add(Table table, Constraint constraint) {
    return "ALTER TABLE %s ADD CONSTRAINT %s %s"
        .formatted(
            table.sqlName(),
            constraint.sqlName(),
            constraint.definition().replaceFirst(" NOT VALID$", ""));
  }

  // Before PostgreSQL 18, a foreign key of a partitioned table cannot be added NOT VALID.
  private static boolean isSplit(Change change, Constraint constraint) {
    return change.after().partitioned() && constraint.kind() == Constraint.Kind.FOREIGN_KEY;
  }

  private static List<Table> tables(Change change, Constraint constraint) {
    return isSplit(change, constraint)
        ? change.withPartitions().map(Change::after).filter(table -> !table.partitioned()).toList()
        : List.of(change.after());
  }
}
