package io.speechtotext.prover.trace;

import io.speechtotext.migrator.script.SqlStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A statement that failed.
 *
 * @param line where it begins in its script, from 1
 * @param sql as it was sent
 * @param sqlState PostgreSQL's code; null when the failure was not the server's
 * @param message what the server said, with detail and hint
 */
public record TraceFailure(int line, String sql, @Nullable String sqlState, String message) {

  /** The refusal of a statement. */
  public static TraceFailure of(SqlStatement statement, SQLException e) {
    return new TraceFailure(
        statement.line(), statement.sql(), e.getSQLState(), String.valueOf(e.getMessage()));
  }
}
