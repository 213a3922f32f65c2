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
  private @Nullable Watch watch;

  OutsideTransaction(Connection connection, Sessions sessions, Recording recording) {
    this.connection = connection;
    this.sessions = sessions;
    this.recording = recording;
  }

  /** Runs a statement, and returns why it failed; null when it did not. */
  @Nullable SQLException run(SqlStatement statement) throws SQLException {
    Sent sent =
        isInTransaction() || isAboutTransactions(statement)
            ? runAsItIs(statement)
            : runInItsOwn(statement);
    return sent.wantsNoTransaction() ? runWatched(statement).failure() : sent.failure();
  }

  // Where nothing holds them together, two queries are two transactions.
  private boolean isInTransaction() throws SQLException {
    return transaction().equals(transaction());
  }

  private String transaction() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_catalog.transaction_timestamp()::text")) {
      row.next();
      return row.getString(1);
    }
  }

  private static boolean isAboutTransactions(SqlStatement statement) {
    List<SqlToken> tokens = SqlTokenizer.tokens(statement.sql());
    return !tokens.isEmpty() && ABOUT_TRANSACTIONS.contains(tokens.get(0).text());
  }

  private Sent runAsItIs(SqlStatement statement) throws SQLException {
    Moment before = Moment.of(connection);
    Sent sent = Sent.of(statement, connection);
    if (sent.failure() == null) {
      recording.add(statement, sent, before, Moment.after(before, statement, connection));
    }
    return sent;
  }

  private Sent runInItsOwn(SqlStatement statement) throws SQLException {
    connection.setAutoCommit(false);
    try {
      Moment before = Moment.of(connection);
      Sent sent = Sent.of(statement, connection);
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
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private Sent runWatched(SqlStatement statement) throws SQLException {
    if (watch == null) {
      watch = new Watch(sessions);
    }
    Moment before = Moment.of(connection);
    WatchedRun run = new WatchedRun(connection, watch);
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
