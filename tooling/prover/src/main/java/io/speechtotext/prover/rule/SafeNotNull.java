package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.rewrite.Names;

/** NOT NULL by way of a CHECK, whose validation lets reads and writes go on. */
final class SafeNotNull {

  private SafeNotNull() {}

  static Rewrite of(Table table, Column column) {
    String check = Names.of(table, column.name(), "not_null");
    String alter = "ALTER TABLE " + table.sqlName() + " ";
    return Rewrite.of(
            alter
                + "ADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID;"
                    .formatted(check, column.sqlName()))
        .then(alter + "VALIDATE CONSTRAINT %s;".formatted(check))
        .then(
            "-- The validated CHECK spares the scan.",
            alter + "ALTER COLUMN %s SET NOT NULL;".formatted(column.sqlName()),
            alter + "DROP CONSTRAINT %s;".formatted(check));
  }
}
