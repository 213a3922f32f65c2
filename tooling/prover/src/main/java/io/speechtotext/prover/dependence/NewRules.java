package io.speechtotext.prover.dependence;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.rule.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a migration demands of the rows of existing tables that was not demanded before: each object
 * once. A constraint that is not validated demands nothing of them until it is. Partitions are
 * meant with their table.
 */
final class NewRules {

  private final Catalog before;
  private final Catalog after;
  private final Map<String, RowRule> rules = new LinkedHashMap<>();

  private NewRules(Evidence evidence) {
    this.before = evidence.before();
    this.after = evidence.after();
  }

  static List<RowRule> of(Evidence evidence) {
    NewRules found = new NewRules(evidence);
    for (Table now : evidence.after().tables()) {
      evidence
          .before()
          .table(now.oid())
          .filter(former -> !evidence.before().isPartition(former))
          .ifPresent(former -> found.addAll(former, now));
    }
    return List.copyOf(found.rules.values());
  }

  private void addAll(Table former, Table now) {
    now.columns().stream()
        .filter(column -> !isInherited(now, column))
        .forEach(column -> notNull(former, column));
    now.constraints().stream()
        .filter(Constraint::validated)
        .filter(constraint -> !isInherited(now, constraint))
        .forEach(constraint -> constraint(former, now, constraint));
    now.indexes().stream()
        .filter(index -> index.unique() && index.valid())
        .filter(index -> former.indexes().stream().noneMatch(each -> each.oid() == index.oid()))
        .forEach(index -> unique(former, index));
  }

  // What a table demands, it demands of the rows of those that inherit from it.
  private boolean isInherited(Table now, Column column) {
    return after
        .parent(now)
        .flatMap(parent -> parent.column(column.name()))
        .filter(Column::notNull)
        .isPresent();
  }

  private boolean isInherited(Table now, Constraint constraint) {
    return constraint.kind() == Constraint.Kind.CHECK
        && after.parent(now).stream()
            .flatMap(parent -> parent.constraints().stream())
            .anyMatch(each -> each.name().equals(constraint.name()));
  }

  private void notNull(Table former, Column column) {
    Column was = former.column(column.number()).orElse(null);
    if (was != null && !was.notNull() && column.notNull()) {
      String offenders =
          "SELECT * FROM %s WHERE %s IS NULL".formatted(former.sqlName(), was.sqlName());
      changed(former, "NOT NULL", List.of(was), offenders, null);
    }
  }

  private void constraint(Table former, Table now, Constraint constraint) {
    Constraint was =
        former.constraints().stream()
            .filter(each -> each.oid() == constraint.oid())
            .findFirst()
            .orElse(null);
    if (was != null && was.validated()) {
      return;
    }
    List<Column> columns = columns(former, constraint.columns());
    if (columns.size() < constraint.columns().size()) {
      return; // new columns: what they hold is not what rows held before
    }
    switch (constraint.kind()) {
      case CHECK ->
          changed(former, constraint.name(), columns, Offenders.ofCheck(former, constraint), was);
      case FOREIGN_KEY ->
          before
              .table(constraint.referencedTable())
              .ifPresent(
                  referenced ->
                      changed(
                          former,
                          constraint.name(),
                          columns,
                          Offenders.ofForeignKey(former, referenced, constraint),
                          was));
      case EXCLUSION -> exclusion(former, now, constraint);
      // Their indexes tell them.
      case PRIMARY_KEY, UNIQUE -> {}
    }
  }

  private void changed(
      Table former,
      String rule,
      List<Column> columns,
      String offenders,
      @Nullable Constraint notValid) {
    ChangedRow sabotage = new ChangedRow(before, former, columns, offenders);
    add(new RowRule(former, object(former, columns), rule, offenders, sabotage, notValid));
  }

  private void unique(Table former, Index index) {
    String condition = index.predicate() == null ? "true" : index.predicate();
    RepeatedRow sabotage =
        new RepeatedRow(former, IndexText.columns(former, index.definition()), condition);
    List<Column> keys = columns(former, index.columns());
    String object =
        keys.size() == index.columns().size() ? object(former, keys) : former.toString();
    add(
        new RowRule(
            former, object, index.name(), Offenders.ofUnique(former, index), sabotage, null));
  }

  private void exclusion(Table former, Table now, Constraint constraint) {
    now.indexes().stream()
        .filter(index -> index.oid() == constraint.indexOid())
        .forEach(
            index -> {
              String condition = index.predicate() == null ? "true" : index.predicate();
              List<Column> columns = IndexText.columns(former, index.definition());
              add(
                  new RowRule(
                      former,
                      object(former, columns),
                      constraint.name(),
                      Offenders.ofExclusion(former, constraint, condition),
                      new RepeatedRow(former, columns, condition),
                      null));
            });
  }

  private void add(RowRule rule) {
    rules.putIfAbsent(rule.object(), rule);
  }

  private static List<Column> columns(Table table, List<Integer> numbers) {
    List<Column> columns = new ArrayList<>();
    numbers.stream().map(table::column).flatMap(Optional::stream).forEach(columns::add);
    return columns;
  }

  private static String object(Table table, List<Column> columns) {
    return columns.isEmpty()
        ? table.toString()
        : table + "." + String.join(",", columns.stream().map(Column::name).toList());
  }
}
