package io.speechtotext.migrator;

import io.speechtotext.migrator.history.HistoryEntry;
import io.speechtotext.migrator.history.HistoryRow;
import io.speechtotext.migrator.history.HistoryTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Undos that run outside a transaction, were begun, and did not end. Their versions count as
 * applied, and each of them can be repeated.
 */
final class UnfinishedUndos {

  private final Map<Version, Integer> lines = new HashMap<>();

  private UnfinishedUndos() {}

  static UnfinishedUndos in(Connection connection) throws SQLException {
    UnfinishedUndos found = new UnfinishedUndos();
    for (HistoryRow row : HistoryTable.rows(connection)) {
      if (!row.success() && row.type().equals(HistoryEntry.UNDONE) && row.version() != null) {
        found.lines.put(Version.of(row.version()), row.rank());
      }
    }
    return found;
  }

  Set<Version> versions() {
    return Set.copyOf(lines.keySet());
  }

  /** The rank of the line that says that the migration's undo was begun; empty when none does. */
  OptionalInt lineOf(Migration migration) {
    Integer line = lines.get(migration.version());
    return line == null ? OptionalInt.empty() : OptionalInt.of(line);
  }
}
