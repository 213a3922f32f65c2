package io.speechtotext.prover.document;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.NamedType;
import io.speechtotext.prover.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A schema as a page of Markdown: a diagram of all tables, and a section for each with its purpose,
 * columns, constraints, indexes, and who refers to it. The same schema gives the same bytes on
 * PostgreSQL 12 to 18, with the exceptions that {@code Snapshot} names.
 */
public final class SchemaDocument {

  private static final String TITLE = "Database schema";
  private static final String DIAGRAM = "All tables";
  private static final String TYPES = "Types";

  private final Catalog catalog;
  private final List<Table> tables;
  private final Notes notes;

  private SchemaDocument(Catalog catalog, Notes notes) {
    this.catalog = DocumentedTables.of(catalog);
    this.tables = DocumentedTables.whole(this.catalog);
    this.notes = notes;
  }

  /** The page, ending with a line feed. */
  public static String of(Catalog catalog) {
    return of(catalog, Notes.NONE);
  }

  /**
   * The page with what people have to add.
   *
   * @throws IllegalArgumentException when a note is about a table that has no section
   */
  public static String of(Catalog catalog, Notes notes) {
    SchemaDocument document = new SchemaDocument(catalog, notes);
    document.refuseNotesAboutNothing();
    return document.text();
  }

  /**
   * The tables and columns without a comment: {@code jobs}, {@code jobs.status}. Those of
   * partitions are not asked for.
   */
  public static List<String> undocumented(Catalog catalog) {
    List<String> found = new ArrayList<>();
    for (Table table : new SchemaDocument(catalog, Notes.NONE).tables) {
      if (isBlank(table.comment())) {
        found.add(table.toString());
      }
      table.columns().stream()
          .filter(column -> isBlank(column.comment()))
          .map(Column::name)
          .forEach(column -> found.add(table + "." + column));
    }
    return found;
  }

  private static boolean isBlank(@Nullable String comment) {
    return comment == null || comment.isBlank();
  }

  private void refuseNotesAboutNothing() {
    Set<String> names = tables.stream().map(Table::toString).collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>(notes.ofTables().keySet());
    unknown.removeAll(names);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "There are notes about %s, but the tables are %s. Next: rename or delete those notes."
              .formatted(unknown, new TreeSet<>(names)));
    }
  }

  private String text() {
    Headings headings = new Headings(List.of(TITLE, DIAGRAM), tables);
    StringBuilder text = new StringBuilder("# " + TITLE + "\n\n");
    text.append("Written by the build, from the catalog of a database that all migrations made;")
        .append(" what is changed here by hand is lost.\n\n");
    text.append("## ").append(DIAGRAM).append("\n\n");
    text.append("```mermaid\n").append(ErDiagram.of(tables)).append("```\n");
    for (Table table : tables) {
      String note = notes.ofTables().getOrDefault(table.toString(), "");
      text.append(new TableSection(catalog, table, headings).with(note));
    }
    String types = types();
    text.append(types.isEmpty() ? "" : "\n## " + TYPES + "\n\n" + types);
    String closing = notes.closing().strip();
    return text.append(closing.isEmpty() ? "" : "\n" + closing + "\n").toString();
  }

  private String types() {
    return Markdown.table(
        List.of("enum", "values"),
        catalog.types().stream()
            .filter(type -> type.kind().equals("e"))
            .map(SchemaDocument::cells)
            .toList());
  }

  private static List<String> cells(NamedType type) {
    String labels =
        type.labels().stream().map(Markdown::codeCell).collect(Collectors.joining(", "));
    return List.of(Markdown.codeCell(type.toString()), labels);
  }
}
