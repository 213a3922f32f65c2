package io.speechtotext.prover.document;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Constraint.Kind;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.Table;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that there is to say of one table; parts that would be empty are left out. */
final class TableSection {

  private final Catalog catalog;
  private final Table table;
  private final Headings headings;
  private final StringBuilder text = new StringBuilder();

  TableSection(Catalog catalog, Table table, Headings headings) {
    this.catalog = catalog;
    this.table = table;
    this.headings = headings;
  }

  /** The section, with what somebody noted about the table. */
  String with(String note) {
    text.append("\n## ").append(Markdown.text(table.toString())).append('\n');
    paragraph(comment(table.comment()));
    paragraph(note.strip());
    paragraph(columns());
    paragraph(constraints());
    paragraph(indexes());
    paragraph(partitions());
    paragraph(referrers());
    return text.toString();
  }

  private void paragraph(String lines) {
    if (!lines.isEmpty()) {
      text.append('\n').append(lines.stripTrailing()).append('\n');
    }
  }

  private String columns() {
    return Markdown.table(
        List.of("column", "type", "null", "default", "what it holds"),
        table.columns().stream().map(TableSection::cells).toList());
  }

  private static List<String> cells(Column column) {
    return List.of(
        Markdown.codeCell(column.name()),
        Markdown.codeCell(Sql.type(column)),
        column.notNull() ? "no" : "yes",
        Markdown.codeCell(Sql.defaultOf(column)),
        comment(column.comment()));
  }

  private static String comment(@Nullable String comment) {
    return comment == null ? "" : Markdown.text(comment);
  }

  private String constraints() {
    return Markdown.table(
        List.of("constraint", "what it demands"),
        table.constraints().stream().map(TableSection::cells).toList());
  }

  private static List<String> cells(Constraint constraint) {
    return List.of(
        Markdown.codeCell(constraint.name()), Markdown.codeCell(Sql.definition(constraint)));
  }

  // A constraint's own index tells nothing that the constraint does not.
  private String indexes() {
    List<Index> own = table.indexes().stream().filter(index -> !isOfConstraint(index)).toList();
    if (own.stream().allMatch(index -> index.comment() == null)) {
      return Markdown.table(List.of("index", "on"), own.stream().map(TableSection::cells).toList());
    }
    return Markdown.table(
        List.of("index", "on", "what it is for"),
        own.stream()
            .map(each -> List.of(cells(each).get(0), cells(each).get(1), comment(each.comment())))
            .toList());
  }

  private static List<String> cells(Index index) {
    return List.of(Markdown.codeCell(index.name()), Markdown.codeCell(Sql.definition(index)));
  }

  private boolean isOfConstraint(Index index) {
    return table.constraints().stream()
        .anyMatch(each -> each.kind() != Kind.FOREIGN_KEY && each.indexOid() == index.oid());
  }

  private String partitions() {
    String names =
        catalog.tables().stream()
            .filter(each -> table.partitioned() && each.parentOid() == table.oid())
            .map(each -> Markdown.code(each.toString()))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "Its rows are in the partitions " + names + ".";
  }

  private String referrers() {
    String list =
        catalog.tables().stream()
            .filter(headings::has)
            .flatMap(each -> each.constraints().stream().map(key -> referrer(each, key)))
            .collect(Collectors.joining());
    return list.isEmpty() ? "" : "Referred to by:\n\n" + list;
  }

  private String referrer(Table from, Constraint key) {
    if (key.kind() != Kind.FOREIGN_KEY || key.referencedTable() != table.oid()) {
      return "";
    }
    String columns =
        key.columns().stream()
            .flatMap(number -> from.column(number).stream())
            .map(column -> Markdown.code(column.name()))
            .collect(Collectors.joining(", "));
    return "- %s (%s), by %s\n"
        .formatted(headings.linkTo(from), columns, Markdown.code(key.name()));
  }
}
