package io.speechtotext.prover.report;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All tables across a migration. Tables and columns are the same when the server says so, whatever
 * they are called; constraints and indexes are when they have the same name.
 */
final class SchemaChange {

  private SchemaChange() {}

  /** Those of now in their order, then those that are gone. */
  static List<TableChange> between(Catalog before, Catalog after) {
    List<TableChange> changes = new ArrayList<>();
    for (Table now : after.tables()) {
      Optional<Table> was = before.table(now.oid());
      changes.add(was.isPresent() ? kept(was.get(), now) : whole(State.ADDED, now));
    }
    for (Table was : before.tables()) {
      if (after.table(was.oid()).isEmpty()) {
        changes.add(whole(State.DROPPED, was));
      }
    }
    return changes;
  }

  private static TableChange whole(State state, Table table) {
    List<ColumnChange> columns =
        table.columns().stream().map(column -> new ColumnChange(state, column, "")).toList();
    List<PartChange> parts = new ArrayList<>();
    parts(table).forEach((name, definition) -> parts.add(new PartChange(state, name, definition)));
    return new TableChange(state, table, "", columns, parts);
  }

  private static TableChange kept(Table was, Table now) {
    List<ColumnChange> columns = columns(was, now);
    List<PartChange> parts = changedParts(parts(was), parts(now));
    String formerName = was.toString().equals(now.toString()) ? "" : was.toString();
    boolean changed =
        !formerName.isEmpty()
            || !parts.isEmpty()
            || !Objects.equals(was.comment(), now.comment())
            || columns.stream().anyMatch(column -> column.state() != State.SAME);
    return new TableChange(changed ? State.CHANGED : State.SAME, now, formerName, columns, parts);
  }

  private static List<ColumnChange> columns(Table was, Table now) {
    List<ColumnChange> columns = new ArrayList<>();
    for (Column column : now.columns()) {
      columns.add(
          was.column(column.number())
              .map(former -> column(former, column))
              .orElseGet(() -> new ColumnChange(State.ADDED, column, "")));
    }
    for (Column column : was.columns()) {
      if (now.column(column.number()).isEmpty()) {
        columns.add(new ColumnChange(State.DROPPED, column, ""));
      }
    }
    return columns;
  }

  private static ColumnChange column(Column was, Column now) {
    return was.equals(now)
        ? new ColumnChange(State.SAME, now, "")
        : new ColumnChange(State.CHANGED, now, ColumnWords.ofWhatWas(was, now));
  }

  private static List<PartChange> changedParts(
      SortedMap<String, String> was, SortedMap<String, String> now) {
    List<PartChange> changes = new ArrayList<>();
    now.forEach(
        (name, definition) -> {
          String former = was.get(name);
          if (former == null) {
            changes.add(new PartChange(State.ADDED, name, definition));
          } else if (!former.equals(definition)) {
            changes.add(new PartChange(State.CHANGED, name, definition));
          }
        });
    for (Map.Entry<String, String> each : was.entrySet()) {
      if (!now.containsKey(each.getKey())) {
        changes.add(new PartChange(State.DROPPED, each.getKey(), each.getValue()));
      }
    }
    return changes;
  }

  // A primary key and its index share a name, and are one thing to a reader.
  private static SortedMap<String, String> parts(Table table) {
    SortedMap<String, String> parts = new TreeMap<>();
    for (Index index : table.indexes()) {
      parts.put(index.name(), index.definition() + (index.valid() ? "" : " -- invalid"));
    }
    for (Constraint constraint : table.constraints()) {
      parts.put(constraint.name(), constraint.definition());
    }
    return parts;
  }
}
