package io.speechtotext.prover.undo;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.rewrite.Names;
import io.speechtotext.prover.undo.UndoProof.ColumnRows;
import java.util.Locale;

/** How a migration could have kept what its undo does not bring back. */
final class UndoRewrites {

  private final String version;
  private final Catalog before;
  private final Catalog after;

  UndoRewrites(String version, Catalog before, Catalog after) {
    this.version = version;
    this.before = before;
    this.after = after;
  }

  String of(ColumnRows changed) {
    Table table = before.table(changed.table()).orElseThrow();
    boolean tableGone = after.table(table.oid()).isEmpty();
    if (tableGone) {
      return laterRelease("DROP TABLE %s;".formatted(table.sqlName()));
    }
    if (changed.column().isEmpty()) {
      return copyOfRows(table);
    }
    Column column = table.column(changed.column()).orElseThrow();
    boolean columnGone = after.table(table.oid()).orElseThrow().column(column.number()).isEmpty();
    return columnGone
        ? laterRelease(
            "ALTER TABLE %s DROP COLUMN %s;".formatted(table.sqlName(), column.sqlName()))
        : copyOfColumn(table, column);
  }

  // Whoever goes back one version still finds the data.
  private String laterRelease(String drop) {
    return "-- %s leaves it. A later release, when nobody will go back behind %s:\n%s"
        .formatted(version, version, drop);
  }

  private String copyOfRows(Table table) {
    String copy = Names.qualified(table, "before", suffix());
    return """
    -- %1$s, first of all:
    CREATE TABLE %2$s AS TABLE %3$s;
    -- its undo, after its other statements; then DROP TABLE %2$s:
    INSERT INTO %3$s SELECT * FROM %2$s ON CONFLICT DO NOTHING;"""
        .formatted(version, copy, table.sqlName());
  }

  private String copyOfColumn(Table table, Column column) {
    String copy = Names.beside(column, "since", suffix());
    return """
    -- %1$s writes to a column of its own, and leaves what is there:
    ALTER TABLE %2$s ADD COLUMN %3$s %5$s;
    -- Code moves over to it. A later release, when nobody will go back behind %1$s:
    ALTER TABLE %2$s DROP COLUMN %4$s;"""
        .formatted(version, table.sqlName(), copy, column.sqlName(), column.type());
  }

  private String suffix() {
    return version.toLowerCase(Locale.ROOT).replace('.', '_');
  }
}
