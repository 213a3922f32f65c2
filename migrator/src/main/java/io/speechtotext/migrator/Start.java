package io.speechtotext.migrator;

import io.speechtotext.migrator.concurrent.Leftover;
import io.speechtotext.migrator.concurrent.Leftovers;
import io.speechtotext.migrator.history.HistoryTable;
import io.speechtotext.migrator.script.ScriptReader;
import io.speechtotext.migrator.session.MigrationSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Where a way up begins: agreement between files and history, and nothing half done. */
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

  HistoryState from(Flyway flyway, ScriptReader reader) throws SQLException {
    try {
      HistoryState found = HistoryState.of(flyway.info(), migrations);
      List<Leftover> leftovers = leftovers(found, reader);
      new HistoryRules(flyway, migrations)
          .enforce(
              leftovers.stream()
                  .map(each -> each.migration().version())
                  .collect(Collectors.toSet()));
      clear(leftovers);
      return leftovers.isEmpty() ? found : HistoryState.of(flyway.info(), migrations);
    } catch (FlywayException e) {
      throw new Failures(flyway, migrations).translate(e);
    }
  }

  private List<Leftover> leftovers(HistoryState found, ScriptReader reader) throws SQLException {
    Connection connection = session.connection();
    Leftovers search = new Leftovers(connection, reader, HistoryTable.rows(connection));
    List<Leftover> leftovers = new ArrayList<>();
    for (Migration each :
        Stream.concat(found.unfinished().stream(), found.pending().stream()).distinct().toList()) {
      search.of(each).filter(Leftover::canRunAgain).ifPresent(leftovers::add);
    }
    return leftovers;
  }

  private void clear(List<Leftover> leftovers) throws SQLException {
    session.limitStatements(settings.concurrentTimeout());
    for (Leftover each : leftovers) {
      each.remove(session.connection());
      progress.mended(each.description());
    }
  }
}
