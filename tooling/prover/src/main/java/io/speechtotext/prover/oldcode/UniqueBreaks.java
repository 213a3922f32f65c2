package io.speechtotext.prover.oldcode;

import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Unique indexes on columns that code of the former version writes without knowing of them. One
 * that an older one implies refuses nothing new; one with a new column in it meets a value there
 * that old code does not choose.
 */
final class UniqueBreaks {

  private UniqueBreaks() {}

  static List<CodeBreak> find(StepwiseSql steps, Table former, Table now) {
    return now.indexes().stream()
        .filter(Index::unique)
        .filter(index -> former.indexes().stream().noneMatch(each -> each.oid() == index.oid()))
        .filter(index -> names(former, now, index).isPresent())
        .filter(
            index -> former.indexes().stream().noneMatch(each -> implies(former, each, now, index)))
        .map(index -> found(steps, former, now, index))
        .toList();
  }

  // Empty when a column of it is new.
  private static Optional<List<String>> names(Table former, Table now, Index index) {
    List<String> names =
        index.columns().stream()
            .map(now::column)
            .flatMap(Optional::stream)
            .map(Column::name)
            .toList();
    return names.stream().allMatch(name -> former.column(name).isPresent())
        ? Optional.of(names)
        : Optional.empty();
  }

  private static boolean implies(Table former, Index older, Table now, Index index) {
    if (!older.unique() || !older.valid()) {
      return false;
    }
    Set<String> olderNames = new HashSet<>();
    older.columns().stream()
        .map(former::column)
        .flatMap(Optional::stream)
        .forEach(column -> olderNames.add(column.name()));
    boolean isPlain = !older.columns().contains(0);
    boolean coversRows = older.predicate() == null || older.predicate().equals(index.predicate());
    return isPlain
        && coversRows
        && names(former, now, index).orElse(List.of()).containsAll(olderNames);
  }

  private static CodeBreak found(StepwiseSql steps, Table former, Table now, Index index) {
    List<String> names = names(former, now, index).orElse(List.of());
    String object =
        names.isEmpty() || index.columns().contains(0)
            ? former.toString()
            : former + "." + String.join(",", names);
    return new CodeBreak(
        former.toString(),
        object,
        "The new unique index %s refuses a second row that code could write before."
            .formatted(index.name()),
        steps.unique(object, index),
        false);
  }
}
