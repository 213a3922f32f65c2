package io.speechtotext.migrator.script;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What the server said about a statement.
 *
 * @param text its message, with detail and hint
 * @param position the character in the statement that it points at, from 1; 0 when at none
 */
record ServerError(String text, int position) {

  static ServerError of(SQLException e) {
    ServerErrorMessage server = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
    String text = "%s (SQLSTATE %s)".formatted(e.getMessage(), e.getSQLState());
    return new ServerError(text, server == null ? 0 : server.getPosition());
  }

  /**
   * The line of a script that the error is about, from 1.
   *
   * @param statement as it was sent, comments before it included
   * @param statementLine where the statement itself begins, without those
   */
  int lineIn(String script, String statement, int statementLine) {
    int begin = script.lastIndexOf(statement, endOfLine(script, statementLine));
    // With a placeholder in it, the statement is not there as it was sent.
    return position == 0 || begin < 0 ? statementLine : lineAt(script, begin + position - 1);
  }

  private static int endOfLine(String text, int line) {
    int end = -1;
    for (int i = 0; i < line; i++) {
      end = text.indexOf('\n', end + 1);
      if (end < 0) {
        return text.length();
      }
    }
    return end;
  }

  private static int lineAt(String text, int offset) {
    int end = Math.min(offset, text.length());
    return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }
}
