package io.speechtotext.prover.trace;

import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.migrator.script.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transaction that a script began by itself, because its runner did not. */
final class OwnTransaction {

  private static final String NO_ACTIVE_TRANSACTION = "25P01";

  private OwnTransaction() {}

  /**
   * Rolls back what the script left open, so that the session can be used.
   *
   * @param connection in auto-commit mode
   * @param failure what stopped the script; null when nothing did
   * @return the same; or, for a script that ended without its COMMIT, a failure that says so
   */
  static @Nullable TraceFailure end(
      Connection connection, SqlScript script, @Nullable TraceFailure failure) throws SQLException {
    boolean wasOpen = !script.inTransaction() && !connection.isClosed() && rollBack(connection);
    return failure == null && wasOpen ? neverCommits(script) : failure;
  }

  private static boolean rollBack(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
      SQLWarning warning = statement.getWarnings();
      return warning == null || !NO_ACTIVE_TRANSACTION.equals(warning.getSQLState());
    }
  }

  private static TraceFailure neverCommits(SqlScript script) {
    List<SqlStatement> statements = script.statements();
    SqlStatement last = statements.get(statements.size() - 1);
    return new TraceFailure(
        last.line(),
        last.sql(),
        null,
        "The script begins a transaction and does not commit it, so that all is lost. Next: end it with COMMIT.");
  }
}
