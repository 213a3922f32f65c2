package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.trace.TracedStatement;
import java.util.List;
import java.util.stream.Stream;

/**
 * An index that appears, goes or is rebuilt while its table, or the index itself, is locked against
 * writes. One that a constraint brings belongs to {@link UniqueBuildsIndex} and {@link
 * ExclusionConstraint}; one that goes with a constraint or a column has no other way to go; one
 * that a partition gets from its table is found on that.
 */
final class IndexNotConcurrent implements SafetyCheck {

  @Override
  public List<Finding> check(Evidence evidence) {
    Findings findings = new Findings(evidence, Rule.INDEX_NOT_CONCURRENT);
    Change.all(evidence)
        .forEach(
            change ->
                rewrites(change)
                    .forEach(
                        rewrite ->
                            findings.add(
                                change.after().toString(),
                                change.statement(),
                                Sight.of(evidence, change.statement(), change.after()),
                                rewrite)));
    return findings.list();
  }

  // One for each index that was made, dropped or rebuilt.
  private static Stream<Rewrite> rewrites(Change change) {
    return Stream.of(
            made(change).map(index -> create(change, index)),
            dropped(change).map(index -> drop(change, index)),
            reindexed(change)
                .map(
                    index ->
                        Rewrite.of(
                            Definitions.OUTSIDE_TRANSACTION,
                            "REINDEX INDEX CONCURRENTLY " + index.sqlName() + ";")))
        .flatMap(each -> each);
  }

  private static Stream<Index> made(Change change) {
    return change.newIndexes().stream()
        .filter(index -> !isOnlyOfParent(change.after(), index))
        .filter(index -> isBlocked(change.statement(), change.after(), index))
        .filter(index -> !isOfConstraint(change.after(), index))
        .filter(index -> !change.after().partitioned() || reachesPartitions(change))
        .filter(
            index -> change.parent().filter(parent -> !parent.newIndexes().isEmpty()).isEmpty());
  }

  // CREATE INDEX … ON ONLY: no row is read, and the index is invalid until the partitions have
  // theirs.
  private static boolean isOnlyOfParent(Table table, Index index) {
    return table.partitioned() && !index.valid();
  }

  private static Stream<Index> dropped(Change change) {
    return change.goneIndexes().stream()
        .filter(index -> isBlocked(change.statement(), change.after(), index))
        .filter(index -> !isOfConstraint(change.before(), index))
        .filter(
            index ->
                index.columns().stream()
                    .allMatch(number -> number == 0 || change.after().column(number).isPresent()))
        .filter(
            index -> change.parent().filter(parent -> !parent.goneIndexes().isEmpty()).isEmpty());
  }

  private static Stream<Index> reindexed(Change change) {
    return Statements.verb(change.statement()).equals("reindex")
        ? change.rebuiltIndexes().stream()
            .filter(index -> isBlocked(change.statement(), change.after(), index))
        : Stream.empty();
  }

  private static boolean isBlocked(TracedStatement statement, Table table, Index index) {
    return statement.held().stream()
        .anyMatch(
            lock ->
                lock.mode().isBlocking()
                    && (lock.relation() == table.oid() || lock.relation() == index.oid()));
  }

  private static boolean isOfConstraint(Table table, Index index) {
    return table.constraints().stream().anyMatch(each -> each.indexOid() == index.oid());
  }

  // CREATE INDEX ON ONLY makes one that holds no rows, to which those of partitions are attached.
  private static boolean reachesPartitions(Change change) {
    return change
        .withPartitions()
        .anyMatch(each -> !each.after().partitioned() && !each.newIndexes().isEmpty());
  }

  private static Rewrite create(Change change, Index index) {
    return change.after().partitioned()
        ? SafePartitionedIndex.of(change, index)
        : Rewrite.of(Definitions.createIndexConcurrently(index));
  }

  private static Rewrite drop(Change change, Index index) {
    return change.after().partitioned()
        ? Rewrite.of(
            "-- PostgreSQL drops it in no other way; so let nobody wait for long, and try again.",
            "SET LOCAL lock_timeout = '1s';",
            "DROP INDEX " + index.sqlName() + ";")
        : Rewrite.of("DROP INDEX CONCURRENTLY " + index.sqlName() + ";");
  }
}
