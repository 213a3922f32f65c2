package io.speechtotext.migrator.concurrent;

import io.speechtotext.migrator.Migration;
import io.speechtotext.migrator.MigrationFailedException;
import io.speechtotext.migrator.Version;
import io.speechtotext.migrator.history.Checksum;
import io.speechtotext.migrator.history.HistoryRow;
import io.speechtotext.migrator.history.UnfinishedRow;
import io.speechtotext.migrator.script.ScriptReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds what interrupted runs of scripts that are not applied have left. */
public final class Leftovers {

  private final Connection connection;
  private final ScriptReader reader;
  private final List<HistoryRow> history;

  /**
   * A search.
   *
   * @param history all of it
   */
  public Leftovers(Connection connection, ScriptReader reader, List<HistoryRow> history) {
    this.connection = connection;
    this.reader = reader;
    this.history = List.copyOf(history);
  }

  /**
   * What one migration's runs have left.
   *
   * @param migration one that is not applied
   * @throws MigrationFailedException when somebody else is building an index that it makes
   */
  public Optional<Leftover> of(Migration migration) throws SQLException {
    List<HistoryRow> rows = history.stream().filter(row -> isAbout(migration, row)).toList();
    Repeatability again = Repeatability.of(reader.read(migration.up()));
    List<String> indexes = new ArrayList<>();
    for (ConcurrentIndex index : again.indexes()) {
      IndexState state = IndexState.of(index, connection);
      if (state == IndexState.INVALID
          && rows.stream().noneMatch(row -> isUnedited(migration, row))) {
        IndexBuild.refuse(index, migration.up(), connection);
      }
      if (state == IndexState.INVALID
          || (state == IndexState.VALID && isMadeByOneOf(rows, migration, index))) {
        indexes.add(index.name());
      }
    }
    // Without a line in the history an index tells nothing about the other statements.
    if (rows.isEmpty() && (indexes.isEmpty() || !again.isGiven())) {
      return Optional.empty();
    }
    return Optional.of(
        new Leftover(
            migration,
            rows,
            indexes,
            again.isGiven() && rows.stream().allMatch(row -> isUnedited(migration, row))));
  }

  private static boolean isAbout(Migration migration, HistoryRow row) {
    return !row.success()
        && row.version() != null
        && Version.of(row.version()).equals(migration.version())
        && row.type().equals("SQL");
  }

  // Killed between the end of its statement and its line in the history. A line about another text
  // does not tell that nobody else had made an index of this name.
  private static boolean isMadeByOneOf(
      List<HistoryRow> rows, Migration migration, ConcurrentIndex index) {
    return !index.mayBeThere()
        && rows.stream()
            .filter(row -> isUnedited(migration, row))
            .anyMatch(UnfinishedRow::isOlderThanItsScript);
  }

  private static boolean isUnedited(Migration migration, HistoryRow row) {
    return Objects.equals(row.checksum(), Checksum.of(migration.up().sql()));
  }
}
