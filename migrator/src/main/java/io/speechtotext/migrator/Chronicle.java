package io.speechtotext.migrator;

import io.speechtotext.migrator.history.AppliedRows;
import io.speechtotext.migrator.history.HistoryEntry;
import io.speechtotext.migrator.history.HistoryRow;
import io.speechtotext.migrator.history.HistoryTable;
import io.speechtotext.migrator.history.SchemaContents;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Reads a database's history: without a lock, and with no right but to read it. Each statement
 * stands alone, so that a pooler may spread them over connections.
 */
final class Chronicle {

  /** What an adoption writes as the one who did it begins with this. */
  static final String ADOPTED_BY = "adopted from ";

  private final DataSource database;
  private final Migrations migrations;

  Chronicle(DataSource database, Migrations migrations) {
    this.database = database;
    this.migrations = migrations;
  }

  List<HistoryEvent> events() {
    try (Connection connection = database.getConnection()) {
      return HistoryTable.rows(connection).stream().map(Chronicle::event).toList();
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }

  private static HistoryEvent event(HistoryRow row) {
    return new HistoryEvent(
        kind(row),
        row.version() == null ? null : Version.of(row.version()),
        row.description(),
        row.script(),
        row.installedBy(),
        row.installedOn(),
        row.executionTime().isNegative() ? Duration.ZERO : row.executionTime());
  }

  private static HistoryEvent.Kind kind(HistoryRow row) {
    if (!row.success()) {
      return HistoryEvent.Kind.UNFINISHED;
    }
    if (row.type().equals(HistoryEntry.UNDONE)) {
      return HistoryEvent.Kind.UNDONE;
    }
    if (!row.type().equals(HistoryEntry.APPLIED)) {
      return HistoryEvent.Kind.OTHER;
    }
    return row.installedBy().startsWith(ADOPTED_BY)
        ? HistoryEvent.Kind.ADOPTED
        : HistoryEvent.Kind.APPLIED;
  }

  DatabaseStatus status() {
    try (Connection connection = database.getConnection()) {
      List<HistoryRow> rows = HistoryTable.rows(connection);
      List<Version> applied =
          AppliedRows.of(rows).entrySet().stream()
              .filter(each -> each.getValue().success())
              .map(Map.Entry::getKey)
              .toList();
      return new DatabaseStatus(
          HistoryTable.exists(connection),
          !holdsAnything(connection),
          applied.isEmpty() ? null : applied.get(applied.size() - 1),
          migrations.list().stream().filter(each -> !applied.contains(each.version())).toList(),
          applied.stream().filter(each -> !isKnown(each)).toList(),
          unfinished(rows));
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(e);
    }
  }

  /** A line that is not a success is removed or completed once its script has ended. */
  private static List<Version> unfinished(List<HistoryRow> rows) {
    Set<Version> versions = new TreeSet<>();
    for (HistoryRow row : rows) {
      if (!row.success() && row.version() != null) {
        versions.add(Version.of(row.version()));
      }
    }
    return List.copyOf(versions);
  }

  private boolean isKnown(Version version) {
    return migrations.list().stream().anyMatch(each -> each.version().equals(version));
  }

  private static boolean holdsAnything(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT " + SchemaContents.holdsAnythingSql())) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
