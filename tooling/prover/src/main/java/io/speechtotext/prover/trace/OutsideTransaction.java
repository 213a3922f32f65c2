package io.speechtotext.prover.trace;

import io.speechtotext.migrator.script.SqlStatement;
import io.speechtotext.migrator.script.SqlToken;
import io.speechtotext.migrator.script.SqlTokenizer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs statements of a script that is not in one transaction. Not thread-safe. */
final class OutsideTransaction implements AutoCloseable {

  // They begin or end a transaction, or want the script to have begun one.
  private static final Set<String> ABOUT_TRANSACTIONS =
      Set.of(
          "begin",
          "start",
          "commit",
          "end",
          "rollback",
          "abort",
          "prepare",
          "savepoint",
          "release",
          "lock",
          "declare");

  private final Connection connection;
  private final Sessions sessions;
  private final Recording recording;
  private final Deadline deadline;
  private @Nullable Watch watch;
  // The moment before a transaction in which nothing was asked yet; null outside such a one.
  private @Nullable Moment beforeUnasked;

  OutsideTransaction(
      Connection connection, Sessions sessions, Recording recording, Deadline deadline) {
    this.connection = connection;
    this.sessions = sessions;
    this.recording = recording;
    this.deadline = deadline;
  }

  /**
   * Runs a statement, and returns why it failed; null when it did not.
   *
   * @param settingsFollow whether the next one may have to come before any question
   */
  @Nullable SQLException run(SqlStatement statement, boolean settingsFollow) throws SQLException {
    if (beforeUnasked != null || isInTransaction()) {
      return runAsItIs(statement, settingsFollow).failure();
    }
    Sent sent =
        isAboutTransactions(statement)
            ? runAsItIs(statement, settingsFollow)
            : runInItsOwn(statement);
    return sent.wantsNoTransaction() ? runWatched(statement).failure() : sent.failure();
  }

  // Where nothing holds them together, two queries are two transactions.
  private boolean isInTransaction() throws SQLException {
    long first = transaction();
    long second = transaction();
    return first == second;
  }

  private long transaction() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(Moment.TRANSACTION)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static boolean isAboutTransactions(SqlStatement statement) {
    List<SqlToken> tokens = SqlTokenizer.tokens(statement.sql());
    return !tokens.isEmpty() && ABOUT_TRANSACTIONS.contains(tokens.get(0).text());
  }

  private Sent runAsItIs(SqlStatement statement, boolean settingsFollow) throws SQLException {
    boolean staysUnasked = settingsFollow && (beforeUnasked != null || Preamble.begins(statement));
    Moment before = beforeUnasked == null ? Moment.of(connection) : beforeUnasked;
    beforeUnasked = staysUnasked ? before : null;
    Sent sent = Sent.of(statement, deadline);
    if (sent.failure() == null) {
      Moment after = staysUnasked ? before : Moment.after(before, statement, connection);
      recording.add(statement, sent, before, after);
    }
    return sent;
  }

  private Sent runInItsOwn(SqlStatement statement) throws SQLException {
    connection.setAutoCommit(false);
    try {
      Moment before = Moment.of(connection);
      Sent sent = Sent.of(statement, deadline);
      if (sent.failure() != null) {
        return sent;
      }
      Moment after = Moment.after(before, statement, connection);
      Sent committed = sent.committed(connection);
      if (committed.failure() == null) {
        recording.add(statement, sent, before, after);
      }
      return committed;
    } finally {
      Leftovers.rollBack(connection);
    }
  }

  private Sent runWatched(SqlStatement statement) throws SQLException {
    if (watch == null) {
      watch = new Watch(sessions);
    }
    Moment before = Moment.of(connection);
    WatchedRun run = new WatchedRun(connection, watch, deadline);
    Watch.Seen seen = run.of(statement, before);
    if (seen.sent().failure() == null) {
      recording.add(
          statement, seen.time(), before, Moment.of(connection), seen.locks(), run.scans());
    }
    return seen.sent();
  }

  @Override
  public void close() throws SQLException {
    if (watch != null) {
      watch.close();
    }
  }
}
