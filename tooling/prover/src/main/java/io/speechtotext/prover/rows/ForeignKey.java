package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Constraint.Kind;
import io.speechtotext.prover.catalog.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** Those of a table, the widest first: the narrower ones follow where they share columns. */
  static List<ForeignKey> of(Table table, Catalog catalog) {
    List<Constraint> all =
        table.constraints().stream().filter(each -> each.kind() == Kind.FOREIGN_KEY).toList();
    return all.stream()
        .filter(each -> !standsForPartition(each, all, catalog))
        .map(each -> of(table, each, catalog))
        .sorted(Comparator.comparing(key -> -key.columns().size()))
        .toList();
  }

  private static ForeignKey of(Table table, Constraint constraint, Catalog catalog) {
    Table referenced = catalog.table(constraint.referencedTable()).orElse(null);
    if (referenced == null) {
      throw new IllegalStateException(
          "%s refers by %s to a table that the catalog does not hold"
              .formatted(table, constraint.name()));
    }
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

  // The server keeps one more row for each partition of what a foreign key refers to.
  private static boolean standsForPartition(
      Constraint constraint, List<Constraint> all, Catalog catalog) {
    long parent = catalog.table(constraint.referencedTable()).map(Table::parentOid).orElse(0L);
    return parent != 0
        && all.stream()
            .anyMatch(
                other ->
                    other.referencedTable() == parent
                        && other.columns().equals(constraint.columns()));
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
