package io.speechtotext.migrator.repair;

import io.speechtotext.migrator.Migration;
import io.speechtotext.migrator.Migrations;
import io.speechtotext.migrator.Version;
import io.speechtotext.migrator.concurrent.Leftovers;
import io.speechtotext.migrator.history.AppliedRows;
import io.speechtotext.migrator.history.HistoryRow;
import io.speechtotext.migrator.history.HistoryTable;
import io.speechtotext.migrator.script.ScriptReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds and mends what keeps a history from agreeing with the files. A missing file, or a version
 * below one that is applied, is no defect of the history: those are mended in the files.
 */
public final class HistoryRepair {

  private final Connection connection;
  private final Migrations migrations;
  private final ScriptReader reader;

  /** For one database. */
  public HistoryRepair(Connection connection, Migrations migrations, ScriptReader reader) {
    this.connection = connection;
    this.migrations = migrations;
    this.reader = reader;
  }

  /** What is wrong, lowest version first; changes nothing. */
  public List<Defect> plan() throws SQLException {
    return mendings().stream().map(Mending::defect).toList();
  }

  /**
   * Mends it, in a session that holds the lock.
   *
   * @return what was mended
   */
  public List<Defect> mend() throws SQLException {
    List<Mending> mendings = mendings();
    for (Mending each : mendings) {
      each.apply(connection);
    }
    return mendings.stream().map(Mending::defect).toList();
  }

  private List<Mending> mendings() throws SQLException {
    List<HistoryRow> history = HistoryTable.rows(connection);
    Map<Version, HistoryRow> applied = AppliedRows.of(history);
    Leftovers leftovers = new Leftovers(connection, reader, history);
    List<Mending> mendings = new ArrayList<>();
    for (Migration migration : migrations.list()) {
      HistoryRow row = applied.get(migration.version());
      if (row == null || !row.success()) {
        leftovers.of(migration).map(Mending.Clear::new).ifPresent(mendings::add);
      } else {
        Mending.Realign realign = new Mending.Realign(migration, row);
        if (realign.isNeeded()) {
          mendings.add(realign);
        }
      }
    }
    return mendings;
  }
}
