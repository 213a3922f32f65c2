package io.speechtotext.prover.trace;

import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.migrator.script.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A script that was run without anybody watching, as its runner would.
 *
 * @param time how long its statements took, and their commit
 * @param failure what stopped it; null when nothing did
 */
public record ScriptRun(Duration time, @Nullable TraceFailure failure) {

  /** Runs a script on a connection in auto-commit mode, which it leaves so. */
  public static ScriptRun of(SqlScript script, Connection connection) throws SQLException {
    Deadline limit = Deadline.of(connection);
    connection.setAutoCommit(!script.inTransaction());
    long begin = System.nanoTime();
    TraceFailure failure;
    try (Deadline deadline = limit) {
      failure = runAll(script, connection, deadline);
    } finally {
      if (script.inTransaction()) {
        Leftovers.rollBack(connection);
      }
    }
    Duration time = Duration.ofNanos(System.nanoTime() - begin);
    return new ScriptRun(time, OwnTransaction.end(connection, script, failure));
  }

  private static @Nullable TraceFailure runAll(
      SqlScript script, Connection connection, Deadline deadline) {
    for (SqlStatement statement : script.statements()) {
      try {
        deadline.send(statement);
      } catch (SQLException e) {
        return TraceFailure.of(statement, e);
      }
    }
    return script.inTransaction() ? commit(script, connection) : null;
  }

  // What is deferred to the commit is refused there.
  private static @Nullable TraceFailure commit(SqlScript script, Connection connection) {
    try {
      connection.commit();
      return null;
    } catch (SQLException e) {
      int last = script.statements().size() - 1;
      return last < 0
          ? new TraceFailure(1, "COMMIT", e.getSQLState(), String.valueOf(e.getMessage()))
          : TraceFailure.of(script.statements().get(last), e);
    }
  }
}
