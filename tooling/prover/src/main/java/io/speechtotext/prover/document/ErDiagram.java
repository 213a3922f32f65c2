package io.speechtotext.prover.document;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Constraint.Kind;
import io.speechtotext.prover.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables and their foreign keys as Mermaid's {@code erDiagram}. */
final class ErDiagram {

  private final List<Table> tables;
  private final StringBuilder text = new StringBuilder("erDiagram\n");

  private ErDiagram(List<Table> tables) {
    this.tables = tables;
  }

  static String of(List<Table> tables) {
    ErDiagram diagram = new ErDiagram(tables);
    tables.forEach(diagram::box);
    tables.forEach(diagram::lines);
    return diagram.text.toString();
  }

  private void box(Table table) {
    text.append("    ").append(MermaidName.ofTable(table)).append(" {\n");
    for (Column column : table.columns()) {
      String marks = String.join(", ", marks(table, column.number()));
      text.append("        ")
          .append(MermaidName.ofWord(Sql.type(column)))
          .append(' ')
          .append(MermaidName.ofWord(column.name()))
          .append(marks.isEmpty() ? "" : " " + marks)
          .append('\n');
    }
    text.append("    }\n");
  }

  private static List<String> marks(Table table, int column) {
    List<String> marks = new ArrayList<>();
    if (table.constraints().stream().anyMatch(each -> isKey(each, column))) {
      marks.add("PK");
    }
    if (table.constraints().stream().anyMatch(each -> refers(each, column))) {
      marks.add("FK");
    }
    if (!marks.contains("PK") && isUnique(table, List.of(column))) {
      marks.add("UK");
    }
    return marks;
  }

  private static boolean isKey(Constraint constraint, int column) {
    return constraint.kind() == Kind.PRIMARY_KEY && constraint.columns().contains(column);
  }

  private static boolean refers(Constraint constraint, int column) {
    return constraint.kind() == Kind.FOREIGN_KEY && constraint.columns().contains(column);
  }

  // A partial index lets equal rows be.
  private static boolean isUnique(Table table, List<Integer> columns) {
    return table.indexes().stream()
        .anyMatch(
            index ->
                index.unique()
                    && index.predicate() == null
                    && index.columns().size() == columns.size()
                    && columns.containsAll(index.columns()));
  }

  private void lines(Table table) {
    for (Constraint key : table.constraints()) {
      Optional<Table> referenced =
          tables.stream()
              .filter(each -> key.kind() == Kind.FOREIGN_KEY && each.oid() == key.referencedTable())
              .findFirst();
      referenced.ifPresent(target -> line(table, key, target));
    }
  }

  private void line(Table table, Constraint key, Table target) {
    List<Column> columns = key.columns().stream().flatMap(n -> table.column(n).stream()).toList();
    boolean always = columns.stream().allMatch(Column::notNull);
    boolean once = isUnique(table, key.columns());
    text.append("    ")
        .append(MermaidName.ofTable(target))
        .append(always ? " ||--" : " |o--")
        .append(once ? "o| " : "o{ ")
        .append(MermaidName.ofTable(table))
        .append(" : ")
        .append(MermaidName.quoted(String.join(", ", columns.stream().map(Column::name).toList())))
        .append('\n');
  }
}
