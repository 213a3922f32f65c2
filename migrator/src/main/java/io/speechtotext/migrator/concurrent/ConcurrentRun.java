package io.speechtotext.migrator.concurrent;

import io.speechtotext.migrator.DatabaseUnavailableException;
import io.speechtotext.migrator.Migration;
import io.speechtotext.migrator.MigrationFailedException;
import io.speechtotext.migrator.MigrationProgress;
import io.speechtotext.migrator.history.HistoryEntry;
import io.speechtotext.migrator.history.UnfinishedRow;
import io.speechtotext.migrator.script.FailedStatement;
import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.migrator.script.SqlStatement;
import io.speechtotext.migrator.session.MigrationSession;
import io.speechtotext.migrator.session.SessionPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Runs migrations that cannot run in a transaction. Flyway writes its line of history after such a
 * script, so that one which is interrupted leaves no trace there; here the line comes first.
 */
public final class ConcurrentRun {

  private static final String WILL_BE_REPEATED =
      "It ran outside a transaction. Next: do what the message says, and run the command again; it"
          + " first removes what this run has left.";
  private static final String NOT_ROLLED_BACK =
      "It ran outside a transaction: what stood before this statement has happened. Next: undo that"
          + " by hand, repair the history, mend the file, and run the command again.";
  private static final String TIMED_OUT =
      "It took longer than statements outside a transaction are given. Next: see in pg_stat_activity"
          + " which old transactions are open, or give it more time (the concurrent timeout).";
  private static final String QUERY_CANCELED = "57014";

  private final MigrationSession session;
  private final Connection connection;
  private final Migration migration;
  private final SqlScript script;
  private final MigrationProgress progress;

  /** A run on a session, which will have a limit for its statements from then on. */
  public ConcurrentRun(
      MigrationSession session, Migration migration, SqlScript script, MigrationProgress progress) {
    this.session = session;
    this.connection = session.connection();
    this.migration = migration;
    this.script = script;
    this.progress = progress;
  }

  /**
   * Applies the migration.
   *
   * @param limit how long each statement of its script may take
   * @return how long it took
   * @throws MigrationFailedException when a statement fails, or an index that it makes is there
   *     already; in the second case nothing was changed
   */
  public Duration apply(Duration limit) {
    try {
      refuseIndexesOfOthers();
      int line = UnfinishedRow.begin(connection, HistoryEntry.applied(migration));
      session.limitStatements(limit);
      long begin = System.nanoTime();
      execute();
      Duration time = Duration.ofNanos(System.nanoTime() - begin);
      UnfinishedRow.finish(connection, line, time);
      return time;
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }

  // So that an index that is there after an interrupted run is known to be that run's.
  private void refuseIndexesOfOthers() throws SQLException {
    for (ConcurrentIndex index : Repeatability.of(script).indexes()) {
      if (!index.mayBeThere() && IndexState.of(index, connection) != IndexState.MISSING) {
        throw new MigrationFailedException(
            """
            %s, line %d: the index %s is there already, and no migration made it. Nothing was \
            changed.
              Next: drop it (DROP INDEX CONCURRENTLY), and run the command again."""
                .formatted(script.source().name(), index.line(), index.name()),
            script.source().name(),
            index.line(),
            null,
            null);
      }
    }
  }

  private void execute() throws SQLException {
    SessionPath path = SessionPath.of(connection);
    try {
      script.statements().forEach(this::execute);
    } catch (MigrationFailedException e) {
      throw path.restoreAfter(e, connection);
    }
    path.restore(connection);
  }

  private void execute(SqlStatement statement) {
    try {
      statement.execute(connection).forEach(warning -> progress.warned(migration, warning));
    } catch (SQLException e) {
      throw new FailedStatement(script.source(), statement.sql(), statement.line())
          .because(e, outcome(e));
    }
  }

  private String outcome(SQLException e) {
    String next = Repeatability.of(script).isGiven() ? WILL_BE_REPEATED : NOT_ROLLED_BACK;
    return QUERY_CANCELED.equals(e.getSQLState()) ? TIMED_OUT + "\n  " + next : next;
  }
}
