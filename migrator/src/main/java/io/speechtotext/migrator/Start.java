package io.speechtotext.migrator;

import io.speechtotext.migrator.concurrent.Leftover;
import io.speechtotext.migrator.concurrent.Leftovers;
import io.speechtotext.migrator.history.HistoryTable;
import io.speechtotext.migrator.script.ScriptReader;
import io.speechtotext.migrator.session.MigrationSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Where a way up or down begins: files and history agree, and nothing is half done. */
final class Start {

  private final MigrationSession session;
  private final Migrations migrations;
  private final MigratorSettings settings;
  private final MigrationProgress progress;

  Start(
      MigrationSession session,
      Migrations migrations,
      MigratorSettings settings,
      MigrationProgress progress) {
    this.session = session;
    this.migrations = migrations;
    this.settings = settings;
    this.progress = progress;
  }

  /** For a way up. What is pending may have left something too, without a line of history. */
  HistoryState up(Flyway flyway, ScriptReader reader) throws SQLException {
    HistoryState found = state(flyway);
    List<Migration> suspects = new ArrayList<>(found.unfinished());
    suspects.addAll(found.pending());
    HistoryState cleared = clear(found, flyway, leftovers(suspects, reader));
    List<Migration> halfUndone = migrations.of(UnfinishedUndos.in(session.connection()).versions());
    if (halfUndone.isEmpty()) {
      return cleared;
    }
    halfUndone.forEach(each -> finishUndo(each, reader));
    return state(flyway);
  }

  /** For a way down, which finishes a half undone version by itself, if it is to be undone. */
  HistoryState down(Flyway flyway, ScriptReader reader) throws SQLException {
    HistoryState found = state(flyway);
    return clear(found, flyway, leftovers(found.unfinished(), reader));
  }

  private HistoryState state(Flyway flyway) {
    try {
      return HistoryState.of(flyway.info(), migrations);
    } catch (FlywayException e) {
      throw new Failures(flyway, migrations).translate(e);
    }
  }

  private List<Leftover> leftovers(List<Migration> suspects, ScriptReader reader)
      throws SQLException {
    Connection connection = session.connection();
    Leftovers search = new Leftovers(connection, reader, HistoryTable.rows(connection));
    List<Leftover> leftovers = new ArrayList<>();
    for (Migration each : suspects) {
      search.of(each).filter(Leftover::canRunAgain).ifPresent(leftovers::add);
    }
    return leftovers;
  }

  private HistoryState clear(HistoryState found, Flyway flyway, List<Leftover> leftovers)
      throws SQLException {
    Set<Version> repeatable = new HashSet<>(UnfinishedUndos.in(session.connection()).versions());
    leftovers.forEach(each -> repeatable.add(each.migration().version()));
    enforceRules(flyway, repeatable);
    session.limitStatements(settings.concurrentTimeout());
    for (Leftover each : leftovers) {
      each.remove(session.connection());
      progress.mended(each.description());
    }
    return leftovers.isEmpty() ? found : state(flyway);
  }

  private void enforceRules(Flyway flyway, Set<Version> repeatable) {
    try {
      new HistoryRules(flyway, migrations).enforce(repeatable);
    } catch (FlywayException e) {
      throw new Failures(flyway, migrations).translate(e);
    }
  }

  // What it would lose was weighed when it was begun; what came since is copied.
  private void finishUndo(Migration migration, ScriptReader reader) {
    new UndoStep(session, settings, progress, DataLoss.COPY)
        .run(Undo.of(migration, reader, DataLoss.COPY));
    progress.mended(
        "%s did not end; it was run again, and V%s is undone"
            .formatted(migration.undo().name(), migration.version()));
  }
}
