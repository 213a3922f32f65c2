package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** In which order tables are filled: what is referred to before what refers to it. */
final class FillOrder {

  /**
   * A table whose turn it is.
   *
   * @param table to fill
   * @param postponed foreign keys that stay NULL until what they refer to is there
   * @param placeholders deferrable ones that cannot be NULL: they hold anything until then
   * @param ownKeys ones to the table itself that cannot be NULL: each row refers to itself
   */
  record Step(
      Table table,
      List<ForeignKey> postponed,
      List<ForeignKey> placeholders,
      List<ForeignKey> ownKeys) {}

  private final Catalog catalog;
  private final Map<Table, List<ForeignKey>> waiting = new LinkedHashMap<>();

  private FillOrder(Catalog catalog, List<Table> tables) {
    this.catalog = catalog;
    tables.forEach(table -> waiting.put(table, ForeignKey.of(table, catalog)));
  }

  /** The order for those tables; others are there already. */
  static List<Step> of(Catalog catalog, List<Table> tables) {
    FillOrder order = new FillOrder(catalog, tables);
    List<Step> steps = new ArrayList<>();
    while (!order.waiting.isEmpty()) {
      steps.add(order.next());
    }
    return steps;
  }

  // Of the tables that wait, one that waits for nothing; else one that can do without for a while.
  private Step next() {
    Table table =
        first(key -> false)
            .or(() -> first(ForeignKey::isOptional))
            .or(() -> first(key -> key.isOptional() || key.isDeferrable()))
            .orElseGet(() -> waiting.keySet().iterator().next());
    List<ForeignKey> pending = pending(table);
    List<ForeignKey> self = keys(table).stream().filter(ForeignKey::isSelf).toList();
    waiting.remove(table);
    return new Step(
        table,
        concat(filter(pending, ForeignKey::isOptional), filter(self, ForeignKey::isOptional)),
        filter(pending, key -> !key.isOptional() && key.isDeferrable()),
        filter(self, key -> !key.isOptional()));
  }

  private Optional<Table> first(Predicate<ForeignKey> canWait) {
    return waiting.keySet().stream()
        .filter(table -> pending(table).stream().allMatch(canWait))
        .findFirst();
  }

  private List<ForeignKey> pending(Table table) {
    Set<Long> missing = waiting.keySet().stream().map(Table::oid).collect(Collectors.toSet());
    return keys(table).stream()
        .filter(key -> !key.isSelf() && missing.contains(root(key.referenced()).oid()))
        .toList();
  }

  private List<ForeignKey> keys(Table table) {
    return waiting.getOrDefault(table, List.of());
  }

  // Partitions are filled by way of what they are partitions of.
  private Table root(Table table) {
    return catalog
        .table(table.parentOid())
        .filter(Table::partitioned)
        .map(this::root)
        .orElse(table);
  }

  private static List<ForeignKey> filter(List<ForeignKey> keys, Predicate<ForeignKey> wanted) {
    return keys.stream().filter(wanted).toList();
  }

  private static List<ForeignKey> concat(List<ForeignKey> some, List<ForeignKey> others) {
    List<ForeignKey> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
