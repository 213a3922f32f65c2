package io.speechtotext.migrator.repair;

import io.speechtotext.migrator.Migration;
import io.speechtotext.migrator.concurrent.Leftover;
import io.speechtotext.migrator.history.HistoryEntry;
import io.speechtotext.migrator.history.HistoryRow;
import io.speechtotext.migrator.history.HistoryTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A defect, and what to do about it. */
sealed interface Mending {

  Defect defect();

  void apply(Connection connection) throws SQLException;

  /** Makes the history tell of the file that there is. */
  record Realign(Migration migration, HistoryRow row) implements Mending {

    private static final String UPDATE =
        "UPDATE %s SET description = ?, script = ?, checksum = ? WHERE installed_rank = ?"
            .formatted(HistoryTable.NAME);

    boolean isNeeded() {
      HistoryEntry wanted = HistoryEntry.applied(migration);
      return !wanted.description().equals(row.description())
          || row.checksum() == null
          || row.checksum() != wanted.checksum();
    }

    @Override
    public Defect defect() {
      return new Defect(
          Defect.Kind.DIFFERENT_FILE,
          migration.version(),
          migration.up().name(),
          "%s is not the file that was applied (%s, checksum %s): the history will say that it is"
              .formatted(migration.up().name(), row.script(), row.checksum()));
    }

    @Override
    public void apply(Connection connection) throws SQLException {
      HistoryEntry wanted = HistoryEntry.applied(migration);
      try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
        statement.setString(1, wanted.description());
        statement.setString(2, wanted.script());
        statement.setInt(3, wanted.checksum());
        statement.setInt(4, row.rank());
        int rows = statement.executeUpdate();
        if (rows != 1) {
          throw new IllegalStateException(rows + " rows of history changed for one");
        }
      }
    }
  }

  /** Removes what a script has left that did not end. */
  record Clear(Leftover leftover) implements Mending {

    @Override
    public Defect defect() {
      return new Defect(
          Defect.Kind.UNFINISHED,
          leftover.migration().version(),
          leftover.migration().up().name(),
          leftover.description() + ": that will be removed");
    }

    @Override
    public void apply(Connection connection) throws SQLException {
      leftover.remove(connection);
    }
  }
}
