package io.speechtotext.prover.undo;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.undo.UndoProof.ColumnRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a migration made and its undo takes away, with the rows that it holds. */
final class LostByUndo {

  private final Connection migrated;
  private final List<ColumnRows> lost = new ArrayList<>();

  private LostByUndo(Connection migrated) {
    this.migrated = migrated;
  }

  /** Asks the migrated database for what the undone one does not have. */
  static List<ColumnRows> of(Connection migrated, Catalog catalog, Catalog undone)
      throws SQLException {
    LostByUndo lost = new LostByUndo(migrated);
    for (Table table : catalog.tables()) {
      Optional<Table> left = undone.table(table.toString()).or(() -> undone.table(table.oid()));
      if (left.isEmpty()) {
        lost.add(table, "", "*");
      } else {
        lost.columns(table, left.get());
      }
    }
    return lost.lost;
  }

  private void columns(Table table, Table left) throws SQLException {
    for (Column column : table.columns()) {
      if (left.column(column.name()).isEmpty() && left.column(column.number()).isEmpty()) {
        add(table, column.name(), column.sqlName());
      }
    }
  }

  private void add(Table table, String column, String counted) throws SQLException {
    String query = "SELECT count(%s) FROM %s".formatted(counted, table.sqlName());
    try (Statement statement = migrated.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      lost.add(new ColumnRows(table.toString(), column, row.getLong(1)));
    }
  }
}
