package io.speechtotext.prover.rows;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Constraint.Kind;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** In which columns the rows of a table must differ. */
final class Uniqueness {

  private final Table table;

  Uniqueness(Table table) {
    this.table = table;
  }

  /** Whether no two rows may share a value of this column. */
  boolean isDistinct(Column column) {
    return keys().anyMatch(key -> key.equals(List.of(column.number())))
        || expressions().anyMatch(index -> index.columns().size() == 1 && mentions(index, column));
  }

  /** Whether the column takes part in any key. */
  boolean isInKey(Column column) {
    return keys().anyMatch(key -> key.contains(column.number()))
        || expressions().anyMatch(index -> mentions(index, column));
  }

  /** Whether there are keys of several columns, of which not each must differ. */
  boolean leavesChoice() {
    return table.columns().stream().anyMatch(column -> isInKey(column) && !isDistinct(column));
  }

  /** Whether those columns together are a key. */
  boolean isKey(List<Integer> columns) {
    Set<Integer> wanted = new HashSet<>(columns);
    return keys().anyMatch(key -> wanted.equals(new HashSet<>(key)));
  }

  /** Whether an insert can pass over rows that clash: deferrable constraints do not let it. */
  boolean allowsSkipping() {
    return table.constraints().stream()
        .filter(each -> each.kind() != Kind.CHECK && each.kind() != Kind.FOREIGN_KEY)
        .noneMatch(each -> each.definition().contains(" DEFERRABLE"));
  }

  private Stream<List<Integer>> keys() {
    return Stream.concat(
        table.indexes().stream().filter(Index::unique).map(Index::columns),
        table.constraints().stream()
            .filter(each -> each.kind() == Kind.EXCLUSION)
            .map(Constraint::columns));
  }

  private Stream<Index> expressions() {
    return table.indexes().stream().filter(index -> index.unique() && index.columns().contains(0));
  }

  private static boolean mentions(Index index, Column column) {
    return Pattern.compile(
            "\\b" + Pattern.quote(column.name()) + "\\b", Pattern.UNICODE_CHARACTER_CLASS)
        .matcher(index.definition().substring(index.definition().indexOf(" USING ")))
        .find();
  }
}
