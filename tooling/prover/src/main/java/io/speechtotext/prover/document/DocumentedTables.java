package io.speechtotext.prover.document;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Table;
import java.util.List;
import java.util.Set;

/** Which of a catalog's tables somebody designed. */
final class DocumentedTables {

  private static final Set<String> BOOKKEEPING = Set.of("flyway_schema_history", "alembic_version");

  private DocumentedTables() {}

  /** Without the bookkeeping of migration tools, which is theirs to explain. */
  static Catalog of(Catalog catalog) {
    List<Table> own =
        catalog.tables().stream().filter(table -> !BOOKKEEPING.contains(table.name())).toList();
    return new Catalog(catalog.schemas(), own, catalog.types());
  }

  /** Those with a section of their own: a partition is told of with its table. */
  static List<Table> whole(Catalog own) {
    return own.tables().stream()
        .filter(table -> own.table(table.parentOid()).filter(Table::partitioned).isEmpty())
        .toList();
  }
}
