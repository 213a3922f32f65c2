package io.speechtotext.prover.report;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tables and what refers to what, as the text of Mermaid's {@code erDiagram}. What changed carries
 * the class {@code added}, {@code dropped} or {@code changed}, and its columns say so in words.
 */
final class EntityDiagram {

  // With more, every column of every table is more than anybody reads.
  private static final int MOST_TABLES_IN_FULL = 30;

  private final List<TableChange> tables;
  private final List<Reference> references;

  // Not by object id: that differs from run to run.
  private final Map<Long, String> ids = new HashMap<>();

  private EntityDiagram(List<TableChange> tables, List<Reference> references) {
    this.tables = List.copyOf(tables);
    tables.forEach(each -> ids.put(each.table().oid(), "t" + (ids.size() + 1)));
    // A key may refer to a table of an extension's, which the catalog leaves out.
    this.references =
        references.stream()
            .filter(each -> ids.containsKey(each.from()) && ids.containsKey(each.to()))
            .toList();
  }

  static EntityDiagram of(List<TableChange> changes, Catalog before, Catalog after) {
    return new EntityDiagram(changes, Reference.between(before, after));
  }

  /** What changed, with what refers to it or is referred to; empty when no table did. */
  String ofChanges() {
    Set<Long> shown = new HashSet<>();
    tables.stream().filter(TableChange::isChanged).forEach(each -> shown.add(each.table().oid()));
    Set<Long> changed = Set.copyOf(shown);
    for (Reference reference : references) {
      if (changed.contains(reference.from()) || changed.contains(reference.to())) {
        shown.add(reference.from());
        shown.add(reference.to());
      }
    }
    return shown.isEmpty() ? "" : text(shown, false);
  }

  /** Every table; empty when there is none. */
  String ofAll() {
    Set<Long> shown = new HashSet<>();
    tables.forEach(each -> shown.add(each.table().oid()));
    return shown.isEmpty() ? "" : text(shown, tables.size() <= MOST_TABLES_IN_FULL);
  }

  private String text(Set<Long> shown, boolean inFull) {
    List<String> lines = new ArrayList<>();
    lines.add("erDiagram");
    for (TableChange each : tables) {
      if (shown.contains(each.table().oid())) {
        lines.addAll(entity(each, inFull));
      }
    }
    for (Reference each : references) {
      if (shown.contains(each.from()) && shown.contains(each.to())) {
        lines.add("  " + each.text(id(each.to()), id(each.from())));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private List<String> entity(TableChange change, boolean inFull) {
    Table table = change.table();
    List<String> lines = new ArrayList<>();
    String id = id(table.oid());
    String state = change.isChanged() ? change.state().name().toLowerCase(Locale.ROOT) : "";
    String name = table + (state.isEmpty() ? "" : " (" + state + ")");
    lines.add("  %s[%s] {".formatted(id, MermaidText.quoted(name)));
    for (ColumnChange each : change.columns()) {
      String keys = keys(table, each.column().number());
      if (inFull || change.isChanged() || !keys.isEmpty()) {
        lines.add("    " + attribute(each, keys));
      }
    }
    lines.add("  }");
    if (!state.isEmpty()) {
      lines.add("  class %s %s".formatted(id, state));
    }
    return lines;
  }

  private static String attribute(ColumnChange change, String keys) {
    String text =
        MermaidText.type(change.column().type()) + " " + MermaidText.word(change.column().name());
    String remark =
        switch (change.state()) {
          case SAME -> "";
          case ADDED -> "added";
          case DROPPED -> "dropped";
          case CHANGED -> "changed, was " + change.was();
        };
    return text
        + (keys.isEmpty() ? "" : " " + keys)
        + (remark.isEmpty() ? "" : " " + MermaidText.quoted(remark));
  }

  private static String keys(Table table, int column) {
    Set<String> keys = new HashSet<>();
    for (Constraint each : table.constraints()) {
      if (each.columns().contains(column)) {
        switch (each.kind()) {
          case PRIMARY_KEY -> keys.add("PK");
          case FOREIGN_KEY -> keys.add("FK");
          case UNIQUE -> keys.add("UK");
          case CHECK, EXCLUSION -> {}
        }
      }
    }
    return List.of("PK", "FK", "UK").stream()
        .filter(keys::contains)
        .collect(Collectors.joining(", "));
  }

  private String id(long table) {
    return Objects.requireNonNull(ids.get(table));
  }
}
