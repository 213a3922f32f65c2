package io.speechtotext.migrator.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link SnapshotWriter} writes. */
final class SnapshotParser {

  private final String[] lines;
  private int at;

  SnapshotParser(String text) {
    this.lines = text.replace("\r\n", "\n").split("\n", -1);
  }

  Snapshot parse() {
    if (!lines[0].equals(SnapshotWriter.HEADING)) {
      throw refused("the text should begin with '" + SnapshotWriter.HEADING + "'");
    }
    at++;
    List<Block> blocks = new ArrayList<>();
    List<Entry> comments = new ArrayList<>();
    for (String line = current(); line != null; line = current()) {
      if (line.isEmpty()) {
        at++;
      } else {
        Block block = new Block(entry(line), parts());
        if (block.head().isOf(SnapshotWriter.COMMENTS)) {
          comments.addAll(block.parts());
        } else {
          blocks.add(block);
        }
      }
    }
    return new Snapshot(blocks, comments);
  }

  private List<Entry> parts() {
    List<Entry> parts = new ArrayList<>();
    for (String line = current();
        line != null && line.startsWith(SnapshotWriter.INDENT);
        line = current()) {
      parts.add(entry(line.substring(SnapshotWriter.INDENT.length())));
    }
    return parts;
  }

  private Entry entry(String line) {
    int kindEnd = 0;
    while (kindEnd < line.length() && isOfKind(line.charAt(kindEnd))) {
      kindEnd++;
    }
    int nameEnd = endOfName(line, kindEnd);
    if (kindEnd == 0 || (nameEnd > kindEnd && line.charAt(kindEnd) != ' ')) {
      throw refused("expected a kind, a name and a text, but found '" + line + "'");
    }
    at++;
    String kind = line.substring(0, kindEnd);
    String name = nameEnd == kindEnd ? "" : line.substring(kindEnd + 1, nameEnd);
    if (nameEnd == line.length()) {
      return new Entry(kind, name, "");
    }
    return new Entry(
        kind, name, nameEnd + 1 == line.length() ? several() : line.substring(nameEnd + 2));
  }

  private static boolean isOfKind(char c) {
    return (c >= 'a' && c <= 'z') || c == '-';
  }

  // The colon that ends a name stands outside quotes, with a blank or the line's end behind it.
  private static int endOfName(String line, int begin) {
    boolean quoted = false;
    for (int i = begin; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ':' && !quoted && (i + 1 == line.length() || line.startsWith(" ", i + 1))) {
        return i;
      }
    }
    return line.length();
  }

  private String several() {
    List<String> text = new ArrayList<>();
    for (String line = current();
        line != null && line.startsWith(SnapshotWriter.BAR);
        line = current()) {
      String behind = line.substring(SnapshotWriter.BAR.length());
      text.add(behind.isEmpty() ? "" : behind.substring(1));
      at++;
    }
    return String.join("\n", text);
  }

  private @Nullable String current() {
    return at < lines.length ? lines[at] : null;
  }

  private IllegalArgumentException refused(String reason) {
    return new IllegalArgumentException(
        "This is no snapshot of a schema: line %d: %s".formatted(at + 1, reason));
  }
}
