package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Table;
import java.util.List;
import java.util.Set;

/**
 * Columns that hold NULL, or a placeholder, until what they are to hold can be known.
 *
 * @param table theirs
 * @param columns to be given values
 * @param placeholders foreign keys whose columns hold what is to be replaced where it is dangling
 * @param untouchable the places of rows that stay as they are
 */
record Gap(
    Table table, List<Column> columns, List<ForeignKey> placeholders, Set<String> untouchable) {

  /** Copies the collections. */
  Gap {
    columns = List.copyOf(columns);
    placeholders = List.copyOf(placeholders);
    untouchable = Set.copyOf(untouchable);
  }

  /** Whether values of that column are replaced. */
  boolean replaces(Column column) {
    return placeholders.stream().anyMatch(key -> key.columns().contains(column.number()));
  }
}
