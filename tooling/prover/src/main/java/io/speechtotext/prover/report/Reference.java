package io.speechtotext.prover.report;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A foreign key across a migration.
 *
 * @param from the object id of the table that refers
 * @param to the object id of the table that is referred to
 * @param name the key's, unquoted
 * @param optional whether a row may refer to none
 * @param single whether at most one row refers to each
 */
record Reference(State state, long from, long to, String name, boolean optional, boolean single) {

  /** Those of now, then those that are gone. */
  static List<Reference> between(Catalog before, Catalog after) {
    List<Reference> references = new ArrayList<>();
    keys(after)
        .forEach(key -> references.add(of(key.isIn(before) ? State.SAME : State.ADDED, key)));
    keys(before)
        .filter(key -> !key.isIn(after))
        .forEach(key -> references.add(of(State.DROPPED, key)));
    return references;
  }

  /** A line of Mermaid's {@code erDiagram}; dotted when the key is gone. */
  String text(String toId, String fromId) {
    return "%s %s%s%s %s : %s"
        .formatted(
            toId,
            optional ? "|o" : "||",
            state == State.DROPPED ? ".." : "--",
            single ? "o|" : "o{",
            fromId,
            MermaidText.quoted(name + remark()));
  }

  private String remark() {
    return switch (state) {
      case ADDED -> " (added)";
      case DROPPED -> " (dropped)";
      case CHANGED, SAME -> "";
    };
  }

  private static Reference of(State state, Key key) {
    Table table = key.table();
    Constraint constraint = key.constraint();
    return new Reference(
        state,
        table.oid(),
        constraint.referencedTable(),
        constraint.name(),
        !constraint.columns().stream()
            .map(table::column)
            .flatMap(Optional::stream)
            .allMatch(Column::notNull),
        table.constraints().stream().anyMatch(each -> isKeyOn(each, constraint.columns())));
  }

  private static boolean isKeyOn(Constraint constraint, List<Integer> columns) {
    return (constraint.kind() == Constraint.Kind.UNIQUE
            || constraint.kind() == Constraint.Kind.PRIMARY_KEY)
        && columns.containsAll(constraint.columns());
  }

  private static Stream<Key> keys(Catalog catalog) {
    return catalog.tables().stream()
        .flatMap(
            table ->
                table.constraints().stream()
                    .filter(each -> each.kind() == Constraint.Kind.FOREIGN_KEY)
                    .map(each -> new Key(table, each)));
  }

  private record Key(Table table, Constraint constraint) {

    boolean isIn(Catalog catalog) {
      return keys(catalog).anyMatch(each -> each.constraint().oid() == constraint.oid());
    }
  }
}
