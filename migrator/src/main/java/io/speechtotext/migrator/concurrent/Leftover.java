package io.speechtotext.migrator.concurrent;

import io.speechtotext.migrator.Migration;
import io.speechtotext.migrator.history.HistoryRow;
import io.speechtotext.migrator.history.UnfinishedRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What an interrupted run of one script has left.
 *
 * @param migration whose script it was
 * @param rows its failed lines of history; empty when it left none
 * @param indexes those that have to go before it can run again, as the script writes them
 * @param canRunAgain whether it can then be run again; else what it did has to be undone by hand
 */
public record Leftover(
    Migration migration, List<HistoryRow> rows, List<String> indexes, boolean canRunAgain) {

  /** Copies the lists. */
  public Leftover {
    rows = List.copyOf(rows);
    indexes = List.copyOf(indexes);
  }

  /** Removes it: the indexes first, so that the history tells of them until they are gone. */
  public void remove(Connection connection) throws SQLException {
    for (String index : indexes) {
      IndexState.drop(index, connection);
    }
    for (HistoryRow row : rows) {
      UnfinishedRow.remove(connection, row.rank());
    }
  }

  /** One line for people. */
  public String description() {
    String line = rows.isEmpty() ? "" : "a failed line in the history";
    String made = indexes.isEmpty() ? "" : "index " + String.join(", ", indexes);
    String and = line.isEmpty() || made.isEmpty() ? "" : " and ";
    return "%s did not end; it left %s%s%s".formatted(migration.up().name(), line, and, made);
  }
}
