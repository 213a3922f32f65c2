package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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

  private final Map<Long, Table> waiting = new LinkedHashMap<>();
  private final Map<Long, List<ForeignKey>> keys = new HashMap<>();

  private FillOrder(Catalog catalog, List<Table> tables) {
    for (Table table : tables) {
      waiting.put(table.oid(), table);
      keys.put(table.oid(), ForeignKey.of(table, catalog));
    }
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
            .orElseGet(() -> waiting.values().iterator().next());
    List<ForeignKey> pending = pending(table);
    List<ForeignKey> self = filter(keysOf(table), ForeignKey::isSelf);
    waiting.remove(table.oid());
    return new Step(
        table,
        concat(filter(pending, ForeignKey::isOptional), filter(self, ForeignKey::isOptional)),
        filter(pending, key -> !key.isOptional() && key.isDeferrable()),
        filter(self, key -> !key.isOptional()));
  }

  private Optional<Table> first(Predicate<ForeignKey> canWait) {
    return waiting.values().stream()
        .filter(table -> pending(table).stream().allMatch(canWait))
        .findFirst();
  }

  private List<ForeignKey> pending(Table table) {
    return filter(keysOf(table), key -> !key.isSelf() && waiting.containsKey(key.referencedRoot()));
  }

  private List<ForeignKey> keysOf(Table table) {
    return keys.getOrDefault(table.oid(), List.of());
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
