package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds for each column of a table values that its own conditions let pass. */
final class ColumnParts {

  private static final int NULL_PERCENT = 10;
  // Where NULL in one column depends on another, both must be seen.
  private static final int NULL_PERCENT_IN_CONDITIONS = 40;
  private static final int DEFAULT_PERCENT = 30;
  private static final int SUGGESTED_PERCENT = 50;

  private final Database database;
  private final Table table;
  private final List<Condition> conditions;
  private final int count;

  /**
   * For a table.
   *
   * @param count how many rows it is to hold
   */
  ColumnParts(Database database, Table table, List<Condition> conditions, int count) {
    this.database = database;
    this.table = table;
    this.conditions = conditions;
    this.count = count;
  }

  /** Decides that column; one that no value was found for is told about in the notes. */
  ColumnPart of(Column column, boolean distinct) throws SQLException {
    List<Condition> own = new ArrayList<>();
    List<Condition> shared = new ArrayList<>();
    for (Condition condition : conditions) {
      if (condition.columns().contains(column.number())) {
        (condition.columns().size() == 1 ? own : shared).add(condition);
      }
    }
    Optional<Values> any =
        database
            .values()
            .of(
                column.typeOid(),
                new ValueRequest(column.name(), column.typeModifier(), distinct, count));
    Optional<Values> values =
        own.isEmpty() && shared.isEmpty()
            ? unconditional(column, any, distinct)
            : passing(column, any.orElse(null), own, shared, distinct);
    int nullPercent = nullPercent(column, own, shared, values);
    if (values.isPresent()) {
      return new ColumnPart(column.number(), values, nullPercent, "");
    }
    String obstacle = obstacle(column, own);
    if (nullPercent > 0 && !column.hasDefault()) {
      database.note("%s: %s; the column %s holds NULL".formatted(table, obstacle, column.name()));
    }
    return new ColumnPart(column.number(), values, nullPercent, obstacle);
  }

  private static String obstacle(Column column, List<Condition> own) {
    return own.isEmpty()
        ? "no value of type %s was found for the column %s".formatted(column.type(), column.name())
        : own.stream().map(Condition::name).collect(Collectors.joining(" and "))
            + " could not be met by %d tries".formatted(TypeValues.CANDIDATES);
  }

  private Optional<Values> unconditional(Column column, Optional<Values> any, boolean distinct)
      throws SQLException {
    Optional<String> constant = distinct ? Optional.empty() : database.constantDefault(column);
    return constant.isEmpty()
        ? any
        : any.map(
            each -> each.mixedWith(DEFAULT_PERCENT, (random, ordinal) -> constant.orElseThrow()));
  }

  private Optional<Values> passing(
      Column column,
      @Nullable Values any,
      List<Condition> own,
      List<Condition> shared,
      boolean distinct)
      throws SQLException {
    List<String> suggested = suggested(column, own, shared, distinct);
    if (own.isEmpty()) {
      Optional<Values> pool = TypeValues.pool(taken(suggested, column, own), distinct);
      return any == null
          ? pool
          : Optional.of(
              distinct ? any : pool.map(p -> any.mixedWith(SUGGESTED_PERCENT, p)).orElse(any));
    }
    List<String> candidates = new ArrayList<>();
    if (any != null) {
      candidates.addAll(
          database.values().draw(any, Math.max(TypeValues.CANDIDATES, distinct ? count * 2 : 0)));
    }
    candidates.addAll(suggested);
    return TypeValues.pool(taken(candidates, column, own), distinct);
  }

  private List<String> suggested(
      Column column, List<Condition> own, List<Condition> shared, boolean distinct)
      throws SQLException {
    List<String> suggested = new ArrayList<>();
    for (List<Condition> each : List.of(own, shared)) {
      String sql = each.stream().map(Condition::sql).collect(Collectors.joining(" AND "));
      suggested.addAll(
          Harvest.of(
              sql,
              database.values().plain(column.typeOid()),
              TypeValues.samples(distinct, count),
              new Random(column.number())));
    }
    database.constantDefault(column).ifPresent(suggested::add);
    return suggested;
  }

  private List<@Nullable String> taken(
      List<? extends @Nullable String> texts, Column column, List<Condition> own)
      throws SQLException {
    return texts.isEmpty()
        ? List.of()
        : database
            .trials()
            .taken(texts, column.type(), column.name(), own.stream().map(Condition::sql).toList());
  }

  private int nullPercent(
      Column column, List<Condition> own, List<Condition> shared, Optional<Values> values)
      throws SQLException {
    if (column.notNull() || database.values().refusesNull(column.typeOid())) {
      return 0;
    }
    if (!own.isEmpty() && taken(Collections.singletonList(null), column, own).isEmpty()) {
      return 0;
    }
    if (values.isEmpty()) {
      return 100;
    }
    return shared.isEmpty() ? NULL_PERCENT : NULL_PERCENT_IN_CONDITIONS;
  }
}
