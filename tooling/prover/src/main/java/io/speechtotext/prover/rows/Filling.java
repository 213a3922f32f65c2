package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Table;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run over one database: tables in their order, then what had to wait for others. */
final class Filling {

  private final Database database;
  private final Hopeless hopeless;
  private final Catalog former;
  private final int rowsPerTable;
  private final List<Gap> gaps = new ArrayList<>();
  private final Set<Long> grown = new HashSet<>();

  Filling(Database database, Hopeless hopeless, Catalog former, int rowsPerTable) {
    this.database = database;
    this.hopeless = hopeless;
    this.former = former;
    this.rowsPerTable = rowsPerTable;
  }

  void run() throws SQLException {
    List<Table> tables =
        database.catalog().tables().stream().filter(table -> !isPartition(table)).toList();
    RowCounts counts = new RowCounts(database.connection(), tables, rowsPerTable);
    List<Table> few = tables.stream().filter(t -> counts.of(t) < rowsPerTable).toList();
    for (FillOrder.Step step : FillOrder.of(database.catalog(), few)) {
      noteUnknown(step.table());
      fill(step, counts.of(step.table()));
    }
    for (Table table : tables) {
      List<Column> added = added(table);
      if (!added.isEmpty()) {
        gaps.add(new Gap(table, added, List.of(), Set.of()));
      }
    }
    for (Gap gap : gaps) {
      new GapFiller(database, gap).fill();
      database.keys().forget(gap.table());
    }
    settle();
  }

  private void noteUnknown(Table table) {
    for (Constraint key : ForeignKey.toUnknown(table, database.catalog())) {
      database.note(
          "%s: %s refers to a table of an extension, of whose rows nothing is known"
              .formatted(table, key.name()));
    }
  }

  private boolean isPartition(Table table) {
    return database.catalog().table(table.parentOid()).stream().anyMatch(Table::partitioned);
  }

  private void fill(FillOrder.Step step, int present) throws SQLException {
    Table table = step.table();
    Optional<String> note = hopeless.note(table, database.catalog().types(), present);
    if (note.isPresent() && refersToNone(table, grown)) {
      database.note(note.get());
      return;
    }
    List<Column> waiting =
        Stream.concat(
                step.postponed().stream().flatMap(key -> key.nullable().stream().sorted()),
                step.placeholders().stream().flatMap(key -> key.columns().stream()))
            .distinct()
            .flatMap(number -> table.column(number).stream())
            .toList();
    Set<String> untouchable =
        waiting.isEmpty() || present == 0
            ? Set.of()
            : new GapRows(database.connection()).places(table);
    if (!step.placeholders().isEmpty()) {
      defer(step.placeholders());
    }
    TableFiller filler = new TableFiller(database, step, present, rowsPerTable);
    int written = filler.fill();
    database.keys().forget(table);
    if (written > 0) {
      grown.add(table.oid());
    }
    if (!filler.note().isEmpty()) {
      hopeless.add(table, database.catalog().types(), present + written, filler.note());
    }
    if (written > 0 && !waiting.isEmpty()) {
      gaps.add(new Gap(table, waiting, step.placeholders(), untouchable));
    }
  }

  // Those alone: what else were deferred would refuse all rows in the end, not one now.
  private void defer(List<ForeignKey> placeholders) throws SQLException {
    String names =
        placeholders.stream()
            .map(key -> RowSql.name(key.table().schema(), key.constraint().name()))
            .collect(Collectors.joining(", "));
    try (Attempt attempt = new Attempt(database.connection())) {
      execute("SET CONSTRAINTS %s DEFERRED".formatted(names));
      attempt.succeeded();
      return;
    } catch (SQLException e) {
      Attempt.rethrowUnlessRefused(e);
    }
    // Another table has one of that name that cannot be deferred.
    execute("SET CONSTRAINTS ALL DEFERRED");
  }

  private boolean refersToNone(Table table, Set<Long> roots) {
    return ForeignKey.of(table, database.catalog()).stream()
        .noneMatch(key -> roots.contains(key.referencedRoot()));
  }

  /** The columns that the last migration added, and that may hold NULL since. */
  private List<Column> added(Table table) {
    return former.table(table.oid()).stream()
        .flatMap(
            old -> table.columns().stream().filter(column -> old.column(column.number()).isEmpty()))
        .filter(column -> !column.notNull() && !column.isGenerated())
        .toList();
  }

  // What still points at nothing is ours, and would fail the whole run when it is checked.
  private void settle() throws SQLException {
    for (Gap gap : gaps) {
      for (ForeignKey key : gap.placeholders()) {
        execute(
            "DELETE FROM %s AS t WHERE %s"
                .formatted(RowSql.name(gap.table()), GapRows.dangling(key)));
      }
    }
    execute("SET CONSTRAINTS ALL IMMEDIATE");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.connection().createStatement()) {
      statement.execute(sql);
    }
  }
}
