package io.speechtotext.prover.source;

import io.speechtotext.migrator.Version;
import io.speechtotext.migrator.history.AppliedRows;
import io.speechtotext.migrator.history.Checksum;
import io.speechtotext.migrator.history.HistoryEntry;
import io.speechtotext.migrator.history.HistoryRow;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a database's history says against the files that are to be applied to it next. */
public final class AppliedHistory {

  private static final String BASELINE = "BASELINE";

  private final SortedMap<Version, HistoryRow> applied;

  /**
   * A history.
   *
   * @param rows of Flyway's table, oldest first
   */
  public AppliedHistory(List<HistoryRow> rows) {
    this.applied = AppliedRows.of(rows.stream().map(AppliedHistory::inOurWords).toList());
  }

  /** Versions that collide with it: each file that was edited, comes too late, or is gone. */
  public List<Finding> conflicts(MigrationSet set) {
    List<Finding> conflicts = new ArrayList<>();
    SortedMap<Version, HistoryRow> missing = new TreeMap<>(applied);
    for (ProvableMigration migration : set.migrations()) {
      Version version = Version.of(migration.version().substring(1));
      missing.remove(version);
      if (set.isRunnable(migration.up())) {
        conflict(migration, version, conflicts);
      }
    }
    missing.forEach(
        (version, row) -> {
          if (row.type().equals(HistoryEntry.APPLIED)) {
            conflicts.add(
                finding(
                    "V" + version,
                    row.script(),
                    "It was applied, and the file is gone. Next: bring it back from version control."));
          }
        });
    return conflicts;
  }

  private void conflict(ProvableMigration migration, Version version, List<Finding> conflicts) {
    HistoryRow row = applied.get(version);
    String file = migration.up().name();
    if (row == null && comesTooLate(version)) {
      conflicts.add(
          finding(
              migration.version(),
              file,
              "V%s is applied already, and this one, below it, is not. Next: give it the next free version."
                  .formatted(applied.lastKey())));
    } else if (row != null && isEdited(row, migration)) {
      conflicts.add(
          finding(
              migration.version(),
              file,
              "It was edited after it was applied: its checksum is %d, and the history has %d. Next: restore it from version control, and put the change into a new migration."
                  .formatted(Checksum.of(migration.up().sql()), row.checksum())));
    }
  }

  private boolean comesTooLate(Version version) {
    return !applied.isEmpty()
        && version.compareTo(applied.lastKey()) < 0
        && applied.entrySet().stream()
            .filter(each -> each.getValue().type().equals(BASELINE))
            .map(Map.Entry::getKey)
            .noneMatch(baseline -> version.compareTo(baseline) < 0);
  }

  private static boolean isEdited(HistoryRow row, ProvableMigration migration) {
    @Nullable Integer checksum = row.checksum();
    return row.type().equals(HistoryEntry.APPLIED)
        && checksum != null
        && checksum != Checksum.of(migration.up().sql());
  }

  // Flyway's paid editions write undos of their own.
  private static HistoryRow inOurWords(HistoryRow row) {
    return row.type().startsWith("UNDO_")
        ? new HistoryRow(
            row.rank(),
            row.version(),
            row.description(),
            HistoryEntry.UNDONE,
            row.script(),
            row.checksum(),
            row.installedBy(),
            row.installedOn(),
            row.executionTime(),
            row.success())
        : row;
  }

  private static Finding finding(String version, String file, String detail) {
    return new Finding(version, Rule.VERSION_COLLISION, file, file, 0, detail, "", null);
  }
}
