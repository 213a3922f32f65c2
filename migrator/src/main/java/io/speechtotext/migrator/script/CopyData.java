package io.speechtotext.migrator.script;

import org.jspecify.annotations.Nullable;

/** Finds the lines that belong to a COPY statement. Flyway's parser keeps them to itself. */
final class CopyData {

  private final String text;
  private int position;

  CopyData(String text) {
    this.text = text;
  }

  /** Asked for all statements in their order; null for one that is no COPY from the script. */
  @Nullable String after(FlywayParser.Parsed statement) {
    int begin = text.indexOf(statement.sql(), position);
    if (begin < 0) {
      throw new IllegalStateException("not in the script's text: " + statement.sql());
    }
    position = begin + statement.sql().length();
    return statement.isCopy() ? data() : null;
  }

  private String data() {
    int begin = nextLine(position);
    for (int line = begin; line < text.length(); line = nextLine(line)) {
      int end = nextLine(line);
      if (text.substring(line, end).strip().equals("\\.")) {
        position = end;
        return text.substring(begin, line);
      }
    }
    throw new IllegalStateException("COPY without an end of its data");
  }

  private int nextLine(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }
}
