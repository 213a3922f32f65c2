package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How new rows of a table are made.
 *
 * @param table theirs
 * @param parts what decides their columns
 * @param supplied the columns that are written with what was decided
 * @param drawn the SQL of columns, by number, that are drawn from a sequence for others to equal
 * @param copies the columns, by number, that equal another one, by its name in SQL
 * @param conditions what every row must keep
 */
record TablePlan(
    Table table,
    List<RowPart> parts,
    List<Column> supplied,
    Map<Integer, String> drawn,
    Map<Integer, String> copies,
    List<Condition> conditions) {

  /** Copies the collections. */
  TablePlan {
    parts = List.copyOf(parts);
    supplied = List.copyOf(supplied);
    drawn = Map.copyOf(drawn);
    copies = Map.copyOf(copies);
    conditions = List.copyOf(conditions);
  }

  /**
   * Plans rows for a table.
   *
   * @param step says which foreign keys have to wait
   * @param count how many rows it is to hold in the end
   * @param varied whether every column of a key is to differ from row to row, not the key alone
   */
  static TablePlan of(Database database, FillOrder.Step step, int count, boolean varied)
      throws SQLException {
    Table table = step.table();
    List<Condition> conditions = Condition.of(table, database.connection());
    Map<Integer, String> drawn = new HashMap<>();
    Map<Integer, String> copies = ownKeys(step, drawn);
    Uniqueness uniqueness = new Uniqueness(table);
    List<RowPart> parts = references(database, step, uniqueness);
    List<Column> supplied = new ArrayList<>();
    ColumnParts columns = new ColumnParts(database, table, conditions, count);
    Set<Integer> empty = leftEmpty(table, database);
    for (Column column : table.columns()) {
      if (!column.isGenerated()
          && !Defaults.isSequence(column)
          && !copies.containsKey(column.number())
          && !empty.contains(column.number())) {
        boolean distinct = uniqueness.isDistinct(column) || (varied && uniqueness.isInKey(column));
        ColumnPart part = columns.of(column, distinct);
        // What cannot be made up may still have a default.
        if (part.obstacle().isEmpty() || !column.hasDefault()) {
          parts.add(part);
          supplied.add(column);
        }
      }
    }
    return new TablePlan(table, parts, supplied, drawn, copies, conditions);
  }

  // No value is known that such a key would take.
  private static Set<Integer> leftEmpty(Table table, Database database) {
    return ForeignKey.toUnknown(table, database.catalog()).stream()
        .flatMap(key -> key.columns().stream())
        .filter(number -> table.column(number).stream().noneMatch(Column::notNull))
        .collect(Collectors.toSet());
  }

  private static List<RowPart> references(
      Database database, FillOrder.Step step, Uniqueness uniqueness) throws SQLException {
    List<RowPart> parts = new ArrayList<>();
    for (ForeignKey foreignKey : ForeignKey.of(step.table(), database.catalog())) {
      if (step.postponed().contains(foreignKey)) {
        parts.add(ReferencePart.postponed(foreignKey));
      } else if (!foreignKey.isSelf() && !step.placeholders().contains(foreignKey)) {
        parts.add(reference(database, foreignKey, uniqueness));
      }
    }
    return parts;
  }

  static ReferencePart reference(Database database, ForeignKey foreignKey, Uniqueness uniqueness)
      throws SQLException {
    KeyPool pool = database.keys().of(foreignKey);
    Random random = database.random(foreignKey.table(), foreignKey.constraint().name());
    return uniqueness.isKey(foreignKey.columns())
        ? ReferencePart.distinct(foreignKey, pool, random)
        : ReferencePart.any(foreignKey, pool);
  }

  // A row that must refer to one of its own table, the first of all too, refers to itself.
  private static Map<Integer, String> ownKeys(FillOrder.Step step, Map<Integer, String> drawn) {
    Map<Integer, String> copies = new HashMap<>();
    for (ForeignKey foreignKey : step.ownKeys()) {
      List<Integer> referenced = foreignKey.constraint().referencedColumns();
      for (int i = 0; i < referenced.size(); i++) {
        int own = foreignKey.columns().get(i);
        if (own != referenced.get(i)) {
          Column key = step.table().column(referenced.get(i)).orElseThrow();
          copies.put(own, key.sqlName());
          sequence(step.table(), key).ifPresent(sql -> drawn.put(key.number(), sql));
        }
      }
    }
    return copies;
  }

  private static Optional<String> sequence(Table table, Column column) {
    if (!Defaults.isSequence(column)) {
      return Optional.empty();
    }
    String sql = column.defaultSql();
    return Optional.of(
        sql != null
            ? sql
            : "nextval(pg_get_serial_sequence(%s, %s))"
                .formatted(text(RowSql.name(table)), text(column.name())));
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
