package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.SqlName;
import io.speechtotext.prover.catalog.Table;

/** A key on an index that is there already. */
final class SafeKey {

  private SafeKey() {}

  static String usingIndex(Table table, Constraint constraint, Index index) {
    String kind = constraint.kind() == Constraint.Kind.PRIMARY_KEY ? "PRIMARY KEY" : "UNIQUE";
    int deferrable = constraint.definition().indexOf(" DEFERRABLE");
    return "ALTER TABLE %s ADD CONSTRAINT %s %s USING INDEX %s%s;"
        .formatted(
            table.sqlName(),
            constraint.sqlName(),
            kind,
            SqlName.quoted(index.name()),
            deferrable < 0 ? "" : constraint.definition().substring(deferrable));
  }
}
