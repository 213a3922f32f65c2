package io.speechtotext.prover.trace;

import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.migrator.script.SqlStatement;
import io.speechtotext.migrator.script.SqlTokenizer;
import java.sql.SQLException;
import java.util.Set;
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

  private static final String RAISE_EXCEPTION = "P0001";
  private static final Set<String> PREPARATIONS = Set.of("set", "begin", "start");

  /** The refusal of a statement. */
  public static TraceFailure of(SqlStatement statement, SQLException e) {
    return new TraceFailure(
        statement.line(), statement.sql(), e.getSQLState(), String.valueOf(e.getMessage()));
  }

  /** Whether the first statement that is more than a preparation refused rows in its own words. */
  public boolean isOwnRefusalOf(SqlScript script) {
    return RAISE_EXCEPTION.equals(sqlState)
        && script.statements().stream()
            .filter(statement -> !isPreparation(statement))
            .findFirst()
            .filter(first -> first.line() == line && first.sql().equals(sql))
            .isPresent();
  }

  private static boolean isPreparation(SqlStatement statement) {
    return SqlTokenizer.tokens(statement.sql()).stream()
        .findFirst()
        .filter(token -> token.isName() && PREPARATIONS.contains(token.text()))
        .isPresent();
  }
}
