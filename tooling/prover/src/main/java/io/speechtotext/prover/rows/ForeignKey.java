package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Constraint.Kind;
import io.speechtotext.prover.catalog.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A foreign key.
 *
 * @param table that holds it
 * @param constraint its own
 * @param referenced the table that it points at
 * @param referencedRoot the object id of the table by way of which that one is filled: its own,
 *     unless it is a partition
 * @param nullable the numbers of its columns that may be NULL, where that frees the row from it
 */
record ForeignKey(
    Table table,
    Constraint constraint,
    Table referenced,
    long referencedRoot,
    Set<Integer> nullable) {

  /** Copies the set. */
  ForeignKey {
    nullable = Set.copyOf(nullable);
  }

  /**
   * Those of a table that can be followed, the widest first: the narrower ones follow where they
   * share columns.
   */
  static List<ForeignKey> of(Table table, Catalog catalog) {
    return all(table)
        .flatMap(each -> of(table, each, catalog).stream())
        .sorted(Comparator.comparing(key -> -key.columns().size()))
        .toList();
  }

  /** Those of a table that the catalog cannot follow: to tables that belong to an extension. */
  static List<Constraint> toUnknown(Table table, Catalog catalog) {
    return all(table).filter(each -> catalog.table(each.referencedTable()).isEmpty()).toList();
  }

  private static Stream<Constraint> all(Table table) {
    return table.constraints().stream().filter(each -> each.kind() == Kind.FOREIGN_KEY);
  }

  private static Optional<ForeignKey> of(Table table, Constraint constraint, Catalog catalog) {
    return catalog
        .table(constraint.referencedTable())
        .map(referenced -> of(table, constraint, referenced, catalog));
  }

  private static ForeignKey of(
      Table table, Constraint constraint, Table referenced, Catalog catalog) {
    Set<Integer> nullable =
        constraint.columns().stream()
            .filter(number -> table.column(number).stream().noneMatch(Column::notNull))
            .collect(Collectors.toSet());
    boolean allOrNothing = constraint.definition().contains(" MATCH FULL");
    return new ForeignKey(
        table,
        constraint,
        referenced,
        root(referenced, catalog).oid(),
        allOrNothing && nullable.size() < constraint.columns().size() ? Set.of() : nullable);
  }

  private static Table root(Table table, Catalog catalog) {
    return catalog
        .table(table.parentOid())
        .filter(Table::partitioned)
        .map(parent -> root(parent, catalog))
        .orElse(table);
  }

  List<Integer> columns() {
    return constraint.columns();
  }

  /** Whether a row can do without. */
  boolean isOptional() {
    return !nullable.isEmpty();
  }

  /** Whether it points at its own table. */
  boolean isSelf() {
    return table.oid() == referenced.oid();
  }

  /** Whether it can be checked at the end of a transaction. */
  boolean isDeferrable() {
    return constraint.definition().contains(" DEFERRABLE");
  }
}
