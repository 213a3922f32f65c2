package io.speechtotext.migrator.script;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a script.
 *
 * @param sql as it stands there, comments before it included, placeholders filled, no semicolon
 * @param line where it begins, without those comments, from 1
 * @param copyData the lines that follow a {@code COPY … FROM STDIN}; null for any other statement
 */
public record SqlStatement(String sql, int line, @Nullable String copyData) {

  private static final String WARNING = "01";

  /**
   * Sends it to the server, as it is.
   *
   * @return what the server warned of meanwhile; its mere notices are left out
   * @throws SQLException also for a COPY with its data, which only Flyway and psql send
   */
  public List<String> execute(Connection connection) throws SQLException {
    if (copyData != null) {
      throw new SQLFeatureNotSupportedException(
          "data after COPY cannot be sent here; write INSERT statements instead", "0A000");
    }
    try (Statement statement = connection.createStatement()) {
      // Else the driver reads {…} as its own language.
      statement.setEscapeProcessing(false);
      statement.execute(sql);
      List<String> warnings = new ArrayList<>();
      for (SQLWarning each = statement.getWarnings(); each != null; each = each.getNextWarning()) {
        if (String.valueOf(each.getSQLState()).startsWith(WARNING)) {
          warnings.add(each.getMessage());
        }
      }
      return warnings;
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
