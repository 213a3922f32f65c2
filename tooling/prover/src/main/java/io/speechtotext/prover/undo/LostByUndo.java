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

/** What a migration made, with the rows that it holds, for its undo to take away. */
final class LostByUndo {

  private final Connection migrated;
  private final List<ColumnRows> made = new ArrayList<>();

  private LostByUndo(Connection migrated) {
    this.migrated = migrated;
  }

  /** Counts, before the undo, in all that was not there before the migration. */
  static LostByUndo before(Connection migrated, Catalog former, Catalog after) throws SQLException {
    LostByUndo lost = new LostByUndo(migrated);
    for (Table table : after.tables()) {
      Optional<Table> known = former.table(table.oid()).or(() -> former.table(table.toString()));
      if (known.isEmpty()) {
        lost.add(table, "", "*");
      } else {
        lost.columns(table, known.get());
      }
    }
    return lost;
  }

  /** What of it the undone database has no more. */
  List<ColumnRows> notIn(Catalog undone) {
    return made.stream().filter(each -> isGone(each, undone)).toList();
  }

  private static boolean isGone(ColumnRows each, Catalog undone) {
    Optional<Table> left = undone.table(each.table());
    return left.isEmpty()
        || (!each.column().isEmpty() && left.get().column(each.column()).isEmpty());
  }

  private void columns(Table table, Table known) throws SQLException {
    for (Column column : table.columns()) {
      if (known.column(column.number()).isEmpty()) {
        add(table, column.name(), column.sqlName());
      }
    }
  }

  private void add(Table table, String column, String counted) throws SQLException {
    String query = "SELECT count(%s) FROM %s".formatted(counted, table.sqlName());
    try (Statement statement = migrated.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      made.add(new ColumnRows(table.toString(), column, row.getLong(1)));
    }
  }
}
