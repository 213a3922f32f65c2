package io.speechtotext.prover.undo;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.undo.UndoProof.ColumnRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares the rows of two databases, in the columns that both have. */
final class ChangedValues {

  private final Connection before;
  private final Connection after;
  private final Catalog catalogAfter;

  ChangedValues(Connection before, Connection after, Catalog catalogAfter) {
    this.before = before;
    this.after = after;
    this.catalogAfter = catalogAfter;
  }

  /** The columns of tables of before whose values differ; a table where its rows do. */
  List<ColumnRows> in(List<Table> tables) throws SQLException {
    List<ColumnRows> changed = new ArrayList<>();
    for (Table table : tables) {
      Optional<Table> same = catalogAfter.table(table.toString());
      changed.addAll(same.isPresent() ? in(table, same.get()) : gone(table));
    }
    return changed;
  }

  private List<ColumnRows> gone(Table table) throws SQLException {
    long rows = TableFingerprint.of(before, table, List.of()).rows();
    return List.of(new ColumnRows(table.toString(), "", rows));
  }

  private List<ColumnRows> in(Table table, Table same) throws SQLException {
    List<Column> common =
        table.columns().stream().filter(c -> same.column(c.name()).isPresent()).toList();
    TableFingerprint then = TableFingerprint.of(before, table, common);
    TableFingerprint now = TableFingerprint.of(after, same, common);
    if (then.equals(now)) {
      return List.of();
    }
    List<ColumnRows> changed = new ArrayList<>();
    then.columns()
        .forEach(
            (column, fingerprint) -> {
              if (!fingerprint.equals(now.columns().get(column))) {
                changed.add(new ColumnRows(table.toString(), column, then.rows()));
              }
            });
    // Rows that came or went may change every column; values that changed places change none.
    return then.rows() != now.rows()
            || changed.isEmpty()
            || changed.stream().anyMatch(isKeyOf(table))
        ? List.of(new ColumnRows(table.toString(), "", then.rows()))
        : changed;
  }

  private static Predicate<ColumnRows> isKeyOf(Table table) {
    Set<String> key =
        table.indexes().stream()
            .filter(Index::primary)
            .flatMap(index -> index.columns().stream())
            .flatMap(number -> table.column(number).stream())
            .map(Column::name)
            .collect(Collectors.toSet());
    return changed -> key.contains(changed.column());
  }
}
