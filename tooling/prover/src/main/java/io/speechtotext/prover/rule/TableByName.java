package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Table;
import java.util.List;
import java.util.Optional;

/** Finds the table that a statement names. */
final class TableByName {

  private TableByName() {}

  /**
   * The table.
   *
   * @param names its own, with its schema's before it or not, unquoted
   * @return empty when there is none, or when without a schema it could be one of several
   */
  static Optional<Table> in(Catalog catalog, List<String> names) {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String name = names.get(names.size() - 1);
    List<Table> named =
        catalog.tables().stream().filter(table -> table.name().equals(name)).toList();
    String schema = names.size() > 1 ? names.get(names.size() - 2) : "public";
    Optional<Table> exact =
        named.stream().filter(table -> table.schema().equals(schema)).findFirst();
    return exact.isPresent() || names.size() > 1 || named.size() != 1
        ? exact
        : Optional.of(named.get(0));
  }
}
