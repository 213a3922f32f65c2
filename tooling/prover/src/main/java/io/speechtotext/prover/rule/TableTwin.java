package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.SqlName;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.rewrite.KeyedBatches;
import io.speechtotext.prover.rewrite.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The long way around what cannot be done to a table in use: an empty one beside it, to which it is
 * done at once, which a trigger and batches fill, and which takes the name at the end.
 */
final class TableTwin {

  private final Table table;
  private final List<Column> key;
  private final String twin;
  private final TwinTrigger trigger;

  private TableTwin(Table table, List<Column> key) {
    this.table = table;
    this.key = key;
    this.twin = Names.qualified(table, "twin");
    this.trigger = new TwinTrigger(table, twin, key);
  }

  /**
   * The migrations; none for a table without a primary key, whose rows nobody can tell apart.
   *
   * @param change what is to be done, as an {@code ALTER TABLE} without its table
   */
  static Rewrite of(Catalog catalog, Table table, String change) {
    return table.constraints().stream()
        .filter(each -> each.kind() == Constraint.Kind.PRIMARY_KEY)
        .findFirst()
        .map(key -> key.columns().stream().flatMap(each -> table.column(each).stream()).toList())
        .map(key -> new TableTwin(table, key).rewrite(new TwinReferrers(catalog, table), change))
        .orElse(Rewrite.NONE);
  }

  private Rewrite rewrite(TwinReferrers referrers, String change) {
    return new Rewrite(List.of(make(change), List.of(Definitions.OUTSIDE_TRANSACTION, copy())))
        .then(referrers.release())
        .then(new Rewrite(List.of(swap())))
        .then(referrers.refer());
  }

  private List<String> make(String change) {
    List<String> statements = new ArrayList<>();
    statements.add("CREATE TABLE %s (LIKE %s INCLUDING ALL);".formatted(twin, table.sqlName()));
    statements.add("ALTER TABLE %s %s;".formatted(twin, change));
    table.constraints().stream()
        .filter(each -> each.kind() == Constraint.Kind.FOREIGN_KEY)
        .map(
            each ->
                "ALTER TABLE %s ADD CONSTRAINT %s %s;"
                    .formatted(twin, each.sqlName(), each.definition()))
        .forEach(statements::add);
    statements.addAll(trigger.create());
    return statements;
  }

  // A row that somebody changes meanwhile is locked until it is there, or is there already.
  private String copy() {
    return KeyedBatches.ofAll(
            table,
            "INSERT INTO %1$s (%2$s) OVERRIDING SYSTEM VALUE\n        SELECT %2$s FROM %3$s"
                .formatted(twin, columns(table, name -> name), table.sqlName()),
            "FOR UPDATE\nON CONFLICT (%s) DO NOTHING"
                .formatted(key.stream().map(Column::sqlName).collect(Collectors.joining(", "))))
        .orElseThrow()
        .strip();
  }

  private List<String> swap() {
    List<String> statements = new ArrayList<>();
    statements.add(
        """
        -- With a reason in its .safety file (allow work-under-exclusive on %1$s: …): two names change
        -- hands in a moment. Triggers, privileges and views of %1$s are to be made for the twin, too."""
            .formatted(table));
    statements.addAll(trigger.drop());
    table.columns().stream()
        .filter(column -> !column.identity().isEmpty())
        .map(this::goOnCounting)
        .forEach(statements::add);
    statements.add(rename(table.sqlName(), Names.of(table, "former")));
    statements.add(rename(twin, SqlName.quoted(table.name())));
    return statements;
  }

  private String goOnCounting(Column column) {
    String sequence = "pg_get_serial_sequence('%s', '%s')";
    String name = column.name().replace("'", "''");
    return "SELECT setval(%s, nextval(%s));"
        .formatted(
            sequence.formatted(twin.replace("'", "''"), name),
            sequence.formatted(table.sqlName().replace("'", "''"), name));
  }

  private static String rename(String from, String to) {
    return "ALTER TABLE %s RENAME TO %s;".formatted(from, to);
  }

  /** The columns that can be written, each as it is to appear, with commas. */
  static String columns(Table table, UnaryOperator<String> each) {
    return table.columns().stream()
        .filter(column -> !column.isGenerated())
        .map(Column::sqlName)
        .map(each)
        .collect(Collectors.joining(", "));
  }
}
