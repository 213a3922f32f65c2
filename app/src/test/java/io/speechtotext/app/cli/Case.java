package io.speechtotext.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that reads like a terminal: commands after {@code $}, SQL after {@code sql>}, and below
 * each what it prints. Lines of standard error begin with {@code !}; an exit code that is not 0
 * stands in brackets; a line that begins with {@code #} is for the reader.
 */
record Case(Path file, List<String> lines) {

  static final String COMMAND = "$ stt";
  static final String SQL = "sql> ";
  static final String ERROR = "! ";

  static Case read(Path file) {
    try {
      return new Case(file, Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return file.getFileName().toString().replace(".case", "").replace('-', ' ');
  }

  /** What the file would say if it said what {@code terminal} says. */
  List<String> replayedBy(Terminal terminal) throws Exception {
    List<String> seen = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(COMMAND)) {
        seen.add(line);
        seen.addAll(terminal.run(line.substring(COMMAND.length()).strip()));
      } else if (line.startsWith(SQL)) {
        seen.add(line);
        seen.addAll(terminal.query(line.substring(SQL.length())));
      } else if (line.startsWith("#") || line.isEmpty()) {
        seen.add(line);
      }
    }
    return seen;
  }
}
