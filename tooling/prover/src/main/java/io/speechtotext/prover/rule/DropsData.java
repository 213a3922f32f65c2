package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.NamedType;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * Schemas, tables, columns and types that are gone: by their object ids and numbers, which stay
 * when something is renamed. What goes with its schema or table is not told again. For tables that
 * are emptied, see {@link Truncates}.
 */
final class DropsData implements SafetyCheck {

  @Override
  public List<Finding> check(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    Breach breach = new Breach(evidence, Rule.DROPS_DATA);
    DropRewrites rewrites = new DropRewrites(evidence.migration().version());
    List<String> schemas = droppedSchemas(evidence);
    schemas.forEach(schema -> findings.add(schema(breach, rewrites, evidence, schema)));
    for (Table table : evidence.before().tables()) {
      if (!schemas.contains(table.schema())) {
        findings.addAll(table(breach, rewrites, evidence, table));
      }
    }
    for (NamedType type : evidence.before().types()) {
      if (!schemas.contains(type.schema()) && !has(evidence.after(), type)) {
        findings.add(
            breach.by(
                statement -> !has(statement.after(), type),
                type.toString(),
                "The type %s is gone.".formatted(type),
                rewrites.type(type)));
      }
    }
    return findings;
  }

  private static boolean has(Catalog catalog, NamedType type) {
    return catalog.types().stream().anyMatch(each -> each.oid() == type.oid());
  }

  // One whose tables and types live on was renamed.
  private static List<String> droppedSchemas(Evidence evidence) {
    Catalog before = evidence.before();
    Catalog after = evidence.after();
    return before.schemas().stream()
        .filter(schema -> !after.schemas().contains(schema))
        .filter(schema -> isDropped(evidence, schema))
        .filter(
            schema ->
                before.tables().stream()
                    .filter(table -> table.schema().equals(schema))
                    .noneMatch(table -> after.table(table.oid()).isPresent()))
        .filter(
            schema ->
                before.types().stream()
                    .filter(type -> type.schema().equals(schema))
                    .noneMatch(type -> has(after, type)))
        .toList();
  }

  // An empty one leaves no other sign: as many schemas as before means that it was renamed.
  private static boolean isDropped(Evidence evidence, String schema) {
    return evidence.trace().statements().stream()
        .filter(statement -> statement.before().schemas().contains(schema))
        .filter(statement -> !statement.after().schemas().contains(schema))
        .anyMatch(
            statement -> statement.after().schemas().size() < statement.before().schemas().size());
  }

  private static Finding schema(
      Breach breach, DropRewrites rewrites, Evidence evidence, String schema) {
    List<Table> tables =
        evidence.before().tables().stream().filter(each -> each.schema().equals(schema)).toList();
    String with = tables.isEmpty() ? "" : ", and with it " + joined(tables);
    return breach.by(
        statement -> !statement.after().schemas().contains(schema),
        schema,
        "The schema %s is gone%s.".formatted(schema, with),
        rewrites.schema(schema));
  }

  private static String joined(List<Table> tables) {
    return String.join(", ", tables.stream().map(Table::toString).toList());
  }

  private static List<Finding> table(
      Breach breach, DropRewrites rewrites, Evidence evidence, Table table) {
    Table now = evidence.after().table(table.oid()).orElse(null);
    if (now == null) {
      return List.of(
          breach.by(
              statement -> statement.after().table(table.oid()).isEmpty(),
              table.toString(),
              "The table %s is gone.".formatted(table),
              rewrites.table(table)));
    }
    return table.columns().stream()
        .filter(column -> now.column(column.number()).isEmpty())
        .map(column -> column(breach, rewrites, table, column))
        .toList();
  }

  private static Finding column(Breach breach, DropRewrites rewrites, Table table, Column column) {
    return breach.by(
        statement ->
            statement
                .after()
                .table(table.oid())
                .flatMap(each -> each.column(column.number()))
                .isEmpty(),
        table + "." + column.name(),
        "The column %s of %s is gone.".formatted(column.name(), table),
        rewrites.column(table, column));
  }
}
