package io.speechtotext.migrator.script;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a script.
 *
 * @param sql as it stands there, comments before it included, placeholders filled, no semicolon
 * @param line where it begins, without those comments, from 1
 * @param copyData the lines that follow a {@code COPY … FROM STDIN}; null for any other statement
 */
public record SqlStatement(String sql, int line, @Nullable String copyData) {

  /**
   * Sends it to the server, as it is.
   *
   * @throws SQLException also for a COPY with its data, which only Flyway and psql send
   */
  public void execute(Connection connection) throws SQLException {
    if (copyData != null) {
      throw new SQLFeatureNotSupportedException(
          "data after COPY cannot be sent here; write INSERT statements instead", "0A000");
    }
    try (Statement statement = connection.createStatement()) {
      // Else the driver reads {…} as its own language.
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /** The statement for a file of several, with what ends it. */
  public String terminated() {
    if (copyData != null) {
      return sql + ";\n" + copyData + "\\.\n";
    }
    // A comment on the last line would swallow the semicolon.
    boolean endsInComment = sql.substring(sql.lastIndexOf('\n') + 1).contains("--");
    return sql + (endsInComment ? "\n;\n" : ";\n");
  }
}
