package io.speechtotext.prover.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that reads like a terminal: {@code === name} begins a file of migrations; then come
 * commands after {@code $}, and below each what it prints. Lines of standard error begin with
 * {@code !}; an exit code that is not 0 stands in brackets; a line that begins with {@code #} is
 * for the reader, and what is printed is followed by an empty line.
 */
record Case(Path file, List<String> lines) {

  static final String COMMAND = "$ prove";
  static final String ERROR = "! ";
  private static final String FILE = "=== ";

  static Case read(Path file) throws IOException {
    return new Case(file, Files.readAllLines(file));
  }

  String name() {
    return file.getFileName().toString().replace(".case", "").replace('-', ' ');
  }

  /** What the file would say if it said what {@code terminal} says. */
  List<String> replayedBy(Terminal terminal) throws IOException {
    List<String> seen = new ArrayList<>();
    Path written = null;
    for (String line : lines) {
      if (line.startsWith(FILE)) {
        written = terminal.directory().resolve(line.substring(FILE.length()));
        Files.createDirectories(written.getParent());
        Files.writeString(written, "");
        seen.add(line);
      } else if (line.startsWith(COMMAND)) {
        written = null;
        seen.add(line);
        terminal.run(line.substring(COMMAND.length())).forEach(seen::add);
        seen.add("");
      } else if (written != null) {
        Files.writeString(written, Files.readString(written) + line + "\n");
        seen.add(line);
      } else if (line.startsWith("#")) {
        seen.add(line);
      }
    }
    return seen;
  }
}
