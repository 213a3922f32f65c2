package io.speechtotext.prover.source;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A command that only {@code psql} understands, and no server.
 *
 * @param text with its backslash: {@code \copy}
 * @param line from 1
 */
record PsqlCommand(String text, int line) {

  private static final Pattern SHAPE = Pattern.compile("\\\\(?:[a-zA-Z]\\w*|[!?;])");

  /** All of a script's, in order. */
  static List<PsqlCommand> in(String sql) {
    if (sql.indexOf('\\') < 0) {
      return List.of();
    }
    String masked = SqlMask.of(sql);
    return SHAPE
        .matcher(masked)
        .results()
        .map(
            found ->
                new PsqlCommand(
                    found.group(),
                    1
                        + (int)
                            masked
                                .substring(0, found.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count()))
        .toList();
  }

  /** What to write instead. */
  String remedy() {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "\\copy" -> "write INSERT statements, or COPY … FROM STDIN; with the lines below it";
      case "\\i", "\\ir", "\\include", "\\include_relative" ->
          "put the statements of that file here";
      case "\\set", "\\gset" -> "write the value itself, or a placeholder ${name}";
      case "\\c", "\\connect" -> "keep one set of migrations for each database";
      case "\\gexec" -> "write a DO block that runs EXECUTE";
      default -> "take it out of the script";
    };
  }
}
