package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives values to columns of rows that are there, where they hold NULL or a placeholder. */
final class GapFiller {

  private static final int BATCH = 1000;
  private static final int ROUNDS = 20;

  private final Database database;
  private final Gap gap;
  private final Table table;
  private final List<Condition> conditions;
  private final Random random;
  private final GapUpdate update;
  private long ordinal;

  GapFiller(Database database, Gap gap) throws SQLException {
    this.database = database;
    this.gap = gap;
    this.table = gap.table();
    this.conditions = Condition.of(table, database.connection());
    this.update = new GapUpdate(database.connection(), gap, conditions);
    this.random = database.random(table, gap.columns().stream().map(Column::name).toList());
  }

  /** Fills the gap; rows that no value was found for stay as they are. */
  void fill() throws SQLException {
    List<ForeignKey> foreignKeys =
        ForeignKey.of(table, database.catalog()).stream()
            .filter(key -> gap.columns().stream().anyMatch(c -> key.columns().contains(c.number())))
            .toList();
    List<Row> rows = new GapRows(database.connection()).read(gap, known(foreignKeys));
    if (rows.isEmpty()) {
      return;
    }
    List<RowPart> parts = parts(foreignKeys, rows.size());
    RowWriter writer = new RowWriter(database.connection(), update);
    List<Row> open = rows;
    for (int round = 0; round < ROUNDS && !open.isEmpty() && !writer.gaveUp(); round++) {
      open = round(open, parts, writer);
    }
    if (!open.isEmpty()) {
      database.note(
          "%s: %d of %d rows got no value for %s: %s"
              .formatted(
                  table,
                  open.size(),
                  rows.size(),
                  gap.columns().stream().map(Column::name).collect(Collectors.joining(", ")),
                  writer.refusal().orElse("its constraints let none pass that was tried")));
    }
  }

  // Tries values for each of the rows, and returns those that took none.
  private List<Row> round(List<Row> rows, List<RowPart> parts, RowWriter writer)
      throws SQLException {
    List<Row> decided = decided(rows, parts);
    for (int from = 0; from < decided.size(); from += BATCH) {
      List<Row> batch = decided.subList(from, Math.min(decided.size(), from + BATCH));
      writer.write(batch, batch.size());
    }
    Set<String> failed =
        decided.stream()
            .map(row -> String.valueOf(row.get(GapRows.PLACE)))
            .filter(place -> !update.written().contains(place))
            .collect(Collectors.toSet());
    return rows.stream()
        .filter(row -> failed.contains(String.valueOf(row.get(GapRows.PLACE))))
        .toList();
  }

  private static Set<Integer> known(List<ForeignKey> foreignKeys) {
    Set<Integer> known = new HashSet<>();
    for (ForeignKey foreignKey : foreignKeys) {
      known.addAll(foreignKey.columns());
      if (foreignKey.isSelf()) {
        known.addAll(foreignKey.constraint().referencedColumns());
      }
    }
    return known;
  }

  private List<RowPart> parts(List<ForeignKey> foreignKeys, int count) throws SQLException {
    Uniqueness uniqueness = new Uniqueness(table);
    List<RowPart> parts = new ArrayList<>();
    for (ForeignKey foreignKey : foreignKeys) {
      parts.add(TablePlan.reference(database, foreignKey, uniqueness));
    }
    ColumnParts columns = new ColumnParts(database, table, conditions, count);
    for (Column column : gap.columns()) {
      if (foreignKeys.stream().noneMatch(key -> key.columns().contains(column.number()))) {
        parts.add(columns.of(column, uniqueness.isDistinct(column)));
      }
    }
    return parts;
  }

  private List<Row> decided(List<Row> rows, List<RowPart> parts) {
    List<Row> decided = new ArrayList<>();
    for (Row each : rows) {
      Row row = each.copy();
      long number = ordinal++;
      parts.forEach(part -> part.decide(row, random, number));
      if (open(each) > open(row) || !gap.placeholders().isEmpty()) {
        decided.add(row);
      }
    }
    return decided;
  }

  private long open(Row row) {
    return gap.columns().stream().filter(column -> row.get(column.number()) == null).count();
  }
}
