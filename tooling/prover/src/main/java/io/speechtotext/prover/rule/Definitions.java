package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.Table;

/** Statements that would make what the catalog holds. */
final class Definitions {

  /** A comment, for what Flyway would not run so by itself. */
  static final String OUTSIDE_TRANSACTION =
      "-- Outside a transaction: executeInTransaction=false in the .conf beside the script.";

  private Definitions() {}

  static String addColumn(Table table, Column column) {
    String defaultClause = column.defaultSql() == null ? "" : " DEFAULT " + column.defaultSql();
    return "ALTER TABLE %s ADD COLUMN %s %s%s%s;"
        .formatted(
            table.sqlName(),
            column.sqlName(),
            column.type(),
            column.isGenerated() ? "" : defaultClause,
            column.notNull() ? " NOT NULL" : "");
  }

  static String createIndexConcurrently(Index index) {
    return index
            .definition()
            .replaceFirst("^CREATE (UNIQUE )?INDEX ", "CREATE $1INDEX CONCURRENTLY ")
            .replaceFirst(" ON public\\.", " ON ")
        + ";";
  }
}
