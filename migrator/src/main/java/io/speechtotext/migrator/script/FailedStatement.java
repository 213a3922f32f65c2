package io.speechtotext.migrator.script;

import io.speechtotext.migrator.MigrationFailedException;
import io.speechtotext.migrator.Script;
import java.sql.SQLException;
import java.util.stream.Collectors;

/**
 * A statement of a script that the server refused.
 *
 * @param script where it stands
 * @param sql as it was sent, comments before it included
 * @param line where it begins, without those, from 1
 */
public record FailedStatement(Script script, String sql, int line) {

  private static final int SHOWN = 500;

  /**
   * The exception that tells of it.
   *
   * @param cause what the server said
   * @param outcome what has happened, and what to do next
   */
  public MigrationFailedException because(SQLException cause, String outcome) {
    ServerError error = ServerError.of(cause);
    int errorLine = error.lineIn(script.sql(), sql, line);
    String message =
        "%s, line %d: %s\n  Statement: %s\n  %s"
            .formatted(script.name(), errorLine, error.text(), shortened(), outcome);
    return new MigrationFailedException(
        message, script.name(), errorLine, cause.getSQLState(), cause);
  }

  // Flyway counts the comments before a statement to it.
  private String shortened() {
    String text =
        sql.lines()
            .dropWhile(each -> each.isBlank() || each.strip().startsWith("--"))
            .collect(Collectors.joining("\n"))
            .strip();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " …";
  }
}
