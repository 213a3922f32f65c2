package io.speechtotext.prover.trace;

import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.migrator.script.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs a script on a connection of its own, and watches. Not thread-safe. */
public final class Tracer {

  private final Connection connection;
  private final List<TracedStatement> statements = new ArrayList<>();
  private Duration elapsed = Duration.ZERO;

  /** A tracer on a connection in auto-commit mode, which it leaves so. */
  public Tracer(Connection connection) {
    this.connection = connection;
  }

  /** Runs a script, and commits it where it runs in a transaction and does not fail. */
  public Trace run(SqlScript script) throws SQLException {
    connection.setAutoCommit(!script.inTransaction());
    @Nullable TraceFailure failure = null;
    try {
      failure = runAll(script);
      if (script.inTransaction() && failure == null) {
        connection.commit();
      }
    } finally {
      if (script.inTransaction()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
    return new Trace(
        script.source(),
        script.inTransaction(),
        statements,
        OwnTransaction.end(connection, script, failure));
  }

  private @Nullable TraceFailure runAll(SqlScript script) throws SQLException {
    Moment before = Moment.of(connection);
    for (SqlStatement statement : script.statements()) {
      long begin = System.nanoTime();
      try {
        StatementSender.send(connection, statement);
      } catch (SQLException e) {
        return new TraceFailure(
            statement.line(), statement.sql(), e.getSQLState(), String.valueOf(e.getMessage()));
      }
      Duration time = Duration.ofNanos(System.nanoTime() - begin);
      Moment after = Moment.of(connection);
      statements.add(traced(statement, time, before, after));
      elapsed = elapsed.plus(time);
      before = after;
    }
    return null;
  }

  private TracedStatement traced(
      SqlStatement statement, Duration time, Moment before, Moment after) {
    Set<RelationLock> taken = new HashSet<>(after.locks());
    taken.removeAll(before.locks());
    Map<Long, Activity> activity = new HashMap<>();
    after
        .activity()
        .forEach(
            (table, now) -> {
              Activity added = now.since(before.activity().getOrDefault(table, Activity.NONE));
              if (!added.equals(Activity.NONE)) {
                activity.put(table, added);
              }
            });
    return new TracedStatement(
        statement.line(),
        statement.sql(),
        elapsed,
        time,
        before.lockTimeout(),
        before.catalog(),
        after.catalog(),
        before.locks(),
        taken,
        activity);
  }
}
