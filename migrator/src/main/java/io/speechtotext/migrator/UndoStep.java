package io.speechtotext.migrator;

import io.speechtotext.migrator.concurrent.InvalidIndexes;
import io.speechtotext.migrator.guard.CopyList;
import io.speechtotext.migrator.guard.CopySql;
import io.speechtotext.migrator.guard.GuardSql;
import io.speechtotext.migrator.guard.Losses;
import io.speechtotext.migrator.guard.UndoneCopy;
import io.speechtotext.migrator.history.HistoryEntry;
import io.speechtotext.migrator.history.HistoryTable;
import io.speechtotext.migrator.history.UnfinishedRow;
import io.speechtotext.migrator.script.FailedStatement;
import io.speechtotext.migrator.script.SqlStatement;
import io.speechtotext.migrator.session.LockRetry;
import io.speechtotext.migrator.session.MigrationSession;
import io.speechtotext.migrator.session.SessionPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Undoes one migration at a time. */
final class UndoStep {

  private static final String ROLLED_BACK =
      "The undo was rolled back as a whole. Next: do what the message says, and run the command"
          + " again.";
  private static final String NO_LOCK =
      "The undo could not get its lock in any of its tries, and was rolled back as a whole. Next:"
          + " find the transaction that holds it (pg_stat_activity, the oldest xact_start) and wait"
          + " for its end or end it; then run the command again.";
  private static final String NOT_ROLLED_BACK =
      "It ran outside a transaction: what stood before this statement has happened, and the version"
          + " still counts as applied. Next: do what the message says, and run the command again;"
          + " an undo of this kind can be repeated.";

  private final MigrationSession session;
  private final Connection connection;
  private final MigratorSettings settings;
  private final MigrationProgress progress;
  private final DataLoss policy;

  UndoStep(
      MigrationSession session,
      MigratorSettings settings,
      MigrationProgress progress,
      DataLoss policy) {
    this.session = session;
    this.connection = session.connection();
    this.settings = settings;
    this.progress = progress;
    this.policy = policy;
  }

  UndoneMigration run(Undo undo) {
    try {
      return undo.script().inTransaction() ? inTransaction(undo) : outsideTransaction(undo);
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }

  private UndoneMigration inTransaction(Undo undo) throws SQLException {
    return retrying(
        undo,
        () -> {
          long begin = System.nanoTime();
          List<UndoneCopy> copies = protect(undo);
          send(undo);
          return note(undo, begin, copies);
        });
  }

  // What is dropped is locked for the count only: no lock outlives its transaction. The line of
  // history comes first, so that whoever comes after an interruption knows of it.
  private UndoneMigration outsideTransaction(Undo undo) throws SQLException {
    long begin = System.nanoTime();
    List<UndoneCopy> copies =
        undo.dropsAnything() ? retrying(undo, () -> protect(undo)) : List.of();
    boolean isRepeated = UnfinishedUndos.in(connection).lineOf(undo.migration()).isPresent();
    if (!isRepeated) {
      UnfinishedRow.begin(connection, HistoryEntry.applied(undo.migration()).asUndone());
    }
    session.limitStatements(settings.concurrentTimeout());
    if (isRepeated) {
      clear(undo);
    }
    send(undo);
    return note(undo, begin, copies);
  }

  private void clear(Undo undo) throws SQLException {
    List<String> indexes = InvalidIndexes.dropThoseOf(undo.script(), connection);
    if (!indexes.isEmpty()) {
      progress.mended(
          "%s did not end; it left index %s"
              .formatted(undo.migration().undo().name(), String.join(", ", indexes)));
    }
  }

  private <T> T retrying(Undo undo, Transaction.Work<T> work) throws SQLException {
    session.limitLockWaits(settings.lockTimeout());
    int tries = settings.lockTries();
    LockRetry retry =
        new LockRetry(
            tries, (next, pause) -> progress.lockNotHad(undo.migration(), next, tries, pause));
    return retry.run(() -> Transaction.run(connection, undo.migration().undo(), work));
  }

  private List<UndoneCopy> protect(Undo undo) throws SQLException {
    if (policy == DataLoss.COPY && undo.dropsAnything()) {
      Set<String> before = new HashSet<>();
      CopyList.read(connection).forEach(each -> before.add(each.name()));
      execute(CopySql.of(undo.drops()));
      return CopyList.read(connection).stream()
          .filter(each -> !before.contains(each.name()))
          .toList();
    }
    if (policy == DataLoss.REFUSE && undo.dropsAnything()) {
      execute(GuardSql.check(undo.drops(), ""));
    }
    return List.of();
  }

  private void execute(String guard) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(guard);
    } catch (SQLException e) {
      DataLossException refusal = Losses.in(e);
      if (refusal != null) {
        throw refusal;
      }
      throw e;
    }
  }

  private void send(Undo undo) throws SQLException {
    SessionPath path = SessionPath.of(connection);
    for (SqlStatement statement : undo.script().statements()) {
      try {
        statement.execute(connection);
      } catch (SQLException e) {
        throw new FailedStatement(undo.migration().undo(), statement.sql(), statement.line())
            .because(e, outcome(undo, e));
      }
    }
    path.restore(connection);
  }

  private static String outcome(Undo undo, SQLException e) {
    if (!undo.script().inTransaction()) {
      return NOT_ROLLED_BACK;
    }
    return LockRetry.isAboutALock(e) ? NO_LOCK : ROLLED_BACK;
  }

  private UndoneMigration note(Undo undo, long begin, List<UndoneCopy> copies) throws SQLException {
    Migration migration = undo.migration();
    Duration time = Duration.ofMillis(Duration.ofNanos(System.nanoTime() - begin).toMillis());
    OptionalInt begun = UnfinishedUndos.in(connection).lineOf(migration);
    if (begun.isPresent()) {
      UnfinishedRow.finish(connection, begun.getAsInt(), time);
    } else {
      HistoryTable.append(connection, HistoryEntry.applied(migration).asUndone().in(time));
    }
    return new UndoneMigration(migration.version(), migration.description(), time, copies);
  }
}
