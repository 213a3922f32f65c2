package io.speechtotext.migrator.snapshot;

import java.util.List;

/**
 * Writes the text: a paragraph for each object, first the object and then, indented, its parts. A
 * line is a kind, a name and, after a colon, a text. A text of several lines follows below, each
 * line behind a bar.
 */
final class SnapshotWriter {

  static final String HEADING = "# Snapshot of a PostgreSQL schema, format 1";
  static final String COMMENTS = "comments";
  static final String INDENT = "  ";
  static final String BAR = "    |";

  private final StringBuilder text = new StringBuilder(HEADING).append('\n');

  private SnapshotWriter() {}

  static String write(List<Block> blocks, List<Entry> comments) {
    SnapshotWriter writer = new SnapshotWriter();
    blocks.forEach(block -> writer.paragraph(block.head(), block.parts()));
    if (!comments.isEmpty()) {
      writer.paragraph(new Entry(COMMENTS, "", ""), comments);
    }
    return writer.text.toString();
  }

  private void paragraph(Entry head, List<Entry> parts) {
    text.append('\n');
    line("", head);
    parts.forEach(part -> line(INDENT, part));
  }

  private void line(String indent, Entry entry) {
    text.append(indent).append(entry.kind());
    if (!entry.name().isEmpty()) {
      text.append(' ').append(entry.name());
    }
    if (entry.text().isEmpty()) {
      text.append('\n');
    } else if (fitsBehindColon(entry.text())) {
      text.append(": ").append(entry.text()).append('\n');
    } else {
      text.append(":\n");
      lines(entry.text());
    }
  }

  // A blank at either end could not be told from the layout, nor seen.
  private static boolean fitsBehindColon(String text) {
    return text.indexOf('\n') < 0 && text.equals(text.strip());
  }

  private void lines(String several) {
    for (String line : several.split("\n", -1)) {
      text.append(BAR).append(line.isEmpty() ? "" : " ").append(line).append('\n');
    }
  }
}
