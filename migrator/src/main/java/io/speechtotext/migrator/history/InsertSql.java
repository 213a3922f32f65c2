package io.speechtotext.migrator.history;

import org.jspecify.annotations.Nullable;

/** The statement that adds a line, complete in itself, so that a file can hold it too. */
final class InsertSql {

  private InsertSql() {}

  static String of(HistoryEntry entry, String millis) {
    return of(entry, millis, true);
  }

  static String of(HistoryEntry entry, String millis, boolean success) {
    return """
        INSERT INTO %s (
            installed_rank, version, description, type, script, checksum,
            installed_by, installed_on, execution_time, success
        )
        SELECT
            coalesce(max(installed_rank), 0) + 1, %s, %s, %s, %s, %d,
            %s, CURRENT_TIMESTAMP AT TIME ZONE 'UTC', %s, %s
        FROM %s"""
        .formatted(
            HistoryTable.NAME,
            literal(entry.version()),
            literal(entry.description()),
            literal(entry.type()),
            literal(entry.script()),
            entry.checksum(),
            installedBy(entry.installedBy()),
            millis,
            success,
            HistoryTable.NAME);
  }

  private static String installedBy(@Nullable String name) {
    return name == null ? "current_user" : literal(name);
  }

  // A backslash means nothing in it, unless the server was told to be as old as that.
  private static String literal(String text) {
    String quoted = "'" + text.replace("'", "''") + "'";
    return text.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
  }
}
