package io.speechtotext.migrator.history;

import io.speechtotext.migrator.Version;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Follows a history to its end. */
public final class AppliedRows {

  // Flyway's note that it made the schema.
  private static final String SCHEMA_MADE = "SCHEMA";

  private AppliedRows() {}

  /**
   * What is in force after all rows: applied, and not undone since.
   *
   * @param rows oldest first
   * @return lowest version first; also what did not end, see {@link HistoryRow#success()}
   */
  public static SortedMap<Version, HistoryRow> of(List<HistoryRow> rows) {
    SortedMap<Version, HistoryRow> applied = new TreeMap<>();
    for (HistoryRow row : rows) {
      if (row.version() == null || row.type().equals(SCHEMA_MADE)) {
        continue;
      }
      Version version = Version.of(row.version());
      if (!row.type().equals(HistoryEntry.UNDONE)) {
        applied.put(version, row);
      } else if (row.success()) {
        applied.remove(version);
      }
    }
    return applied;
  }
}
