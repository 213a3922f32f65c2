package io.speechtotext.prover.trace;

import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.migrator.script.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a script on a connection of its own, and watches. Not thread-safe.
 *
 * <p>What is done in a transaction, the session itself can see before the transaction ends; so each
 * statement of a script that runs outside one gets a transaction of its own where it bears one. The
 * others, such as {@code CREATE INDEX CONCURRENTLY}, are watched from other sessions.
 */
public final class Tracer {

  private final Connection connection;
  private final Sessions sessions;
  private final Recording recording = new Recording();

  /**
   * A tracer for one script.
   *
   * @param connection in auto-commit mode, which it leaves so
   * @param sessions on the same database
   */
  public Tracer(Connection connection, Sessions sessions) {
    this.connection = connection;
    this.sessions = sessions;
  }

  /**
   * Runs a script, and commits what it did unless it fails. What it left open is rolled back.
   *
   * @throws SQLException when the server fails, not when a statement does
   */
  public Trace run(SqlScript script) throws SQLException {
    try (Deadline deadline = Deadline.of(connection)) {
      @Nullable TraceFailure failure =
          script.inTransaction()
              ? runInTransaction(script.statements(), deadline)
              : runOneByOne(script.statements(), deadline);
      return new Trace(
          script.source(),
          script.inTransaction(),
          recording.statements(),
          OwnTransaction.end(connection, script, failure));
    }
  }

  private @Nullable TraceFailure runInTransaction(List<SqlStatement> statements, Deadline deadline)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      Moment before = Moment.of(connection);
      boolean isUnasked = Preamble.isAt(0, statements);
      if (isUnasked) {
        connection.rollback();
      }
      for (int i = 0; i < statements.size(); i++) {
        SqlStatement statement = statements.get(i);
        Sent sent = Sent.of(statement, deadline);
        isUnasked = isUnasked && Preamble.isAt(i + 1, statements);
        Moment after =
            sent.failure() == null && !isUnasked
                ? Moment.after(before, statement, connection)
                : before;
        if (sent.failure() == null && i == statements.size() - 1) {
          sent = sent.committed(connection);
        }
        if (sent.failure() != null) {
          return TraceFailure.of(statement, sent.failure());
        }
        recording.add(statement, sent, before, after);
        before = after;
      }
      return null;
    } finally {
      Leftovers.rollBack(connection);
    }
  }

  private @Nullable TraceFailure runOneByOne(List<SqlStatement> statements, Deadline deadline)
      throws SQLException {
    try (OutsideTransaction outside =
        new OutsideTransaction(connection, sessions, recording, deadline)) {
      for (int i = 0; i < statements.size(); i++) {
        SqlStatement statement = statements.get(i);
        SQLException failure = outside.run(statement, Preamble.isAt(i + 1, statements));
        if (failure != null) {
          return TraceFailure.of(statement, failure);
        }
      }
      return null;
    }
  }
}
