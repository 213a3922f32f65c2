package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Column;
import io.speechtotext.prover.catalog.Constraint;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.trace.TracedStatement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one statement did to one table that was there when the migration began.
 *
 * @param before the table as the statement met it
 * @param after the table as the statement left it
 */
record Change(TracedStatement statement, Table before, Table after) {

  /**
   * All of a migration, statement by statement; tables that a statement drops are not there, nor
   * those that it leaves alone.
   */
  static Stream<Change> all(Evidence evidence) {
    return evidence.trace().statements().stream().flatMap(statement -> by(statement, evidence));
  }

  /** Those of one statement. */
  static Stream<Change> by(TracedStatement statement, Evidence evidence) {
    return statement.after().tables().stream()
        .filter(table -> evidence.existedBefore(table.oid()))
        .flatMap(table -> of(statement, table.oid()).stream())
        .filter(change -> change.before.partitioned() || !change.before.equals(change.after));
  }

  private static Optional<Change> of(TracedStatement statement, long tableOid) {
    Optional<Table> before = statement.before().table(tableOid);
    Optional<Table> after = statement.after().table(tableOid);
    return before.isPresent() && after.isPresent()
        ? Optional.of(new Change(statement, before.get(), after.get()))
        : Optional.empty();
  }

  /** What the statement did to the partitioned table that this one is a partition of. */
  Optional<Change> parent() {
    return of(statement, after.parentOid());
  }

  /** What it did to this table and its partitions, at any depth. */
  Stream<Change> withPartitions() {
    return Stream.concat(
        Stream.of(this),
        statement.after().tables().stream()
            .filter(table -> table.parentOid() == after.oid())
            .flatMap(table -> of(statement, table.oid()).stream())
            .flatMap(Change::withPartitions));
  }

  /** Whether the rows were written anew, those of partitions too. */
  boolean rewritesTable() {
    return withPartitions().anyMatch(each -> each.before.fileNode() != each.after.fileNode());
  }

  /** Whether all rows were read, those of partitions too. */
  boolean readsTable() {
    return withPartitions()
        .anyMatch(each -> statement.activityOn(each.after.oid()).sequentialScans() > 0);
  }

  /** Columns whose type is another one now, as they are after. */
  List<Column> typeChanges() {
    return after.columns().stream()
        .filter(
            column ->
                before.column(column.number()).filter(old -> !sameType(old, column)).isPresent())
        .toList();
  }

  private static boolean sameType(Column one, Column other) {
    return one.typeOid() == other.typeOid() && one.typeModifier() == other.typeModifier();
  }

  /** Columns that were there and now refuse NULL. */
  List<Column> newlyNotNull() {
    return after.columns().stream()
        .filter(Column::notNull)
        .filter(column -> before.column(column.number()).filter(old -> !old.notNull()).isPresent())
        .toList();
  }

  /** Columns that were not there. */
  List<Column> newColumns() {
    return after.columns().stream()
        .filter(column -> before.column(column.number()).isEmpty())
        .toList();
  }

  /**
   * Constraints that were not there. One that a type change made anew was; one that a partition got
   * together with its partitioned table is that one's.
   */
  List<Constraint> newConstraints() {
    return addedConstraints()
        .filter(
            constraint ->
                parent()
                    .flatMap(
                        parent ->
                            parent
                                .addedConstraints()
                                .filter(each -> each.definition().equals(constraint.definition()))
                                .findAny())
                    .isEmpty())
        .toList();
  }

  private Stream<Constraint> addedConstraints() {
    return after.constraints().stream()
        .filter(each -> before.constraints().stream().noneMatch(old -> old.oid() == each.oid()))
        .filter(
            each ->
                before.constraints().stream().noneMatch(old -> old.name().equals(each.name()))
                    || !changesTypes(statement));
  }

  private static boolean changesTypes(TracedStatement statement) {
    return statement.after().tables().stream()
        .flatMap(table -> of(statement, table.oid()).stream())
        .anyMatch(change -> !change.typeChanges().isEmpty());
  }

  /** Indexes that were not there under that name, those of constraints too. */
  List<Index> newIndexes() {
    return missing(after, before);
  }

  /** Indexes that are not there any more under that name. */
  List<Index> goneIndexes() {
    return missing(before, after);
  }

  private static List<Index> missing(Table from, Table in) {
    return from.indexes().stream()
        .filter(index -> in.indexes().stream().noneMatch(each -> isSame(each, index)))
        .toList();
  }

  private static boolean isSame(Index one, Index other) {
    return one.oid() == other.oid() || one.name().equals(other.name());
  }

  /** Indexes that were built anew, and are in another file now. */
  List<Index> rebuiltIndexes() {
    return after.indexes().stream()
        .filter(
            index ->
                before.indexes().stream()
                    .anyMatch(old -> isSame(old, index) && old.fileNode() != index.fileNode()))
        .toList();
  }

  /** The catalog that the statement left. */
  Catalog catalog() {
    return statement.after();
  }
}
