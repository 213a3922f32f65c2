package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Table;
import java.util.List;
import java.util.function.BiFunction;

/** Foreign keys of other tables, which follow an object and not its name. */
final class TwinReferrers {

  private final Catalog catalog;
  private final Table table;

  TwinReferrers(Catalog catalog, Table table) {
    this.catalog = catalog;
    this.table = table;
  }

  /** Each is dropped, for it would hold new rows against old ones. */
  Rewrite release() {
    return each(
        (other, key) ->
            "ALTER TABLE %s DROP CONSTRAINT %s;".formatted(other.sqlName(), key.sqlName()));
  }

  /** Each is added again, for new rows first. */
  Rewrite refer() {
    return each((other, key) ->
            "ALTER TABLE %s ADD CONSTRAINT %s %s NOT VALID;"
                .formatted(
                    other.sqlName(),
                    key.sqlName(),
                    key.definition().replaceFirst(" NOT VALID$", "")))
        .then(
            each(
                (other, key) ->
                    "ALTER TABLE %s VALIDATE CONSTRAINT %s;"
                        .formatted(other.sqlName(), key.sqlName())));
  }

  private Rewrite each(BiFunction<Table, Constraint, String> statement) {
    return new Rewrite(
        catalog.tables().stream()
            .filter(other -> other.oid() != table.oid())
            .flatMap(
                other ->
                    other.constraints().stream()
                        .filter(key -> key.referencedTable() == table.oid())
                        .map(key -> List.of(statement.apply(other, key))))
            .toList());
  }
}
