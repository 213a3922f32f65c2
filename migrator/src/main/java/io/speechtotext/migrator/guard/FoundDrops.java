package io.speechtotext.migrator.guard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers drops, and follows what the script creates and renames before it drops. */
final class FoundDrops {

  private record Column(TableName table, String name) {}

  private final Map<Object, Drop> drops = new LinkedHashMap<>();
  private final Set<TableName> created = new HashSet<>();
  private final Map<TableName, TableName> formerTables = new HashMap<>();
  private final Map<Column, String> formerColumns = new HashMap<>();

  void created(TableName table) {
    created.add(table);
  }

  void renamed(TableName table, String name) {
    TableName former = former(table);
    if (created.remove(table)) {
      created.add(table.renamed(name));
    }
    formerTables.put(table.renamed(name), former);
  }

  void renamed(TableName table, String column, String name) {
    Column former = new Column(former(table), column);
    formerColumns.put(new Column(former.table(), name), formerColumns.getOrDefault(former, column));
  }

  void table(TableName table, boolean mayBeMissing) {
    if (!created.contains(table)) {
      add(new Drop(former(table), null, mayBeMissing));
    }
  }

  void column(TableName table, String name, boolean mayBeMissing) {
    if (!created.contains(table)) {
      TableName former = former(table);
      String column = formerColumns.getOrDefault(new Column(former, name), name);
      add(new Drop(former, column, mayBeMissing));
    }
  }

  private void add(Drop drop) {
    Object place = drop.column() == null ? drop.table() : new Column(drop.table(), drop.column());
    drops.putIfAbsent(place, drop);
  }

  private TableName former(TableName table) {
    return formerTables.getOrDefault(table, table);
  }

  List<Drop> drops() {
    return drops.values().stream()
        .filter(drop -> drop.column() == null || !drops.containsKey(drop.table()))
        .toList();
  }
}
