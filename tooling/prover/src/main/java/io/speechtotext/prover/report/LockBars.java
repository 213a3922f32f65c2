package io.speechtotext.prover.report;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.trace.LockMode;
import io.speechtotext.prover.trace.RelationLock;
import io.speechtotext.prover.trace.Trace;
import io.speechtotext.prover.trace.TracedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From when to when a migration held which lock. */
final class LockBars {

  private static final Comparator<LockBar> WORST =
      Comparator.comparing((LockBar bar) -> bar.mode().blocks()).thenComparing(LockBar::held);

  private final Catalog before;
  private final Trace trace;
  private final List<LockBar> bars = new ArrayList<>();

  private LockBars(Catalog before, Trace trace) {
    this.before = before;
    this.trace = trace;
  }

  /** In the order in which they were taken, the strongest of a statement first. */
  static List<LockBar> of(Catalog before, Trace trace) {
    LockBars bars = new LockBars(before, trace);
    for (int i = 0; i < trace.statements().size(); i++) {
      bars.addTakenBy(i);
    }
    return bars.bars;
  }

  /** The one that blocks most, and of such the one that was held longest; none that blocks none. */
  static Optional<LockBar> worst(List<LockBar> bars) {
    return bars.stream().filter(bar -> bar.mode().isBlocking()).max(WORST);
  }

  private void addTakenBy(int statement) {
    trace.statements().get(statement).taken().stream()
        .sorted(
            Comparator.comparing(RelationLock::mode, Comparator.<LockMode>reverseOrder())
                .thenComparing(RelationLock::relation))
        .forEach(lock -> add(statement, lock));
  }

  private void add(int statement, RelationLock lock) {
    Optional<Table> table = before.table(lock.relation());
    if (table.isPresent()) {
      bars.add(bar(statement, lock, table.get(), null));
      return;
    }
    before
        .tableOfIndex(lock.relation())
        .ifPresent(owner -> bars.add(bar(statement, lock, owner, index(owner, lock.relation()))));
  }

  private LockBar bar(int first, RelationLock lock, Table table, @Nullable Index index) {
    int last = lastThatHolds(first, lock);
    List<TracedStatement> meanwhile = trace.statements().subList(first, last + 1);
    Duration begin = meanwhile.get(0).begin();
    TracedStatement end = meanwhile.get(meanwhile.size() - 1);
    return new LockBar(
        table,
        index,
        lock.mode(),
        first,
        begin,
        end.begin().plus(end.time()).minus(begin),
        meanwhile.stream().anyMatch(each -> each.activityOn(table.oid()).sequentialScans() > 0),
        meanwhile.stream().anyMatch(each -> rewrites(each, lock.relation())));
  }

  private int lastThatHolds(int first, RelationLock lock) {
    int last = first;
    while (last + 1 < trace.statements().size()
        && trace.statements().get(last + 1).heldBefore().contains(lock)) {
      last++;
    }
    return last;
  }

  private static boolean rewrites(TracedStatement statement, long relation) {
    Optional<Long> now = fileNode(statement.after(), relation);
    return now.isPresent() && !now.equals(fileNode(statement.before(), relation));
  }

  private static Optional<Long> fileNode(Catalog catalog, long relation) {
    return catalog
        .table(relation)
        .map(Table::fileNode)
        .or(
            () ->
                catalog
                    .tableOfIndex(relation)
                    .map(table -> index(table, relation))
                    .map(Index::fileNode));
  }

  private static Index index(Table table, long oid) {
    return table.indexes().stream().filter(each -> each.oid() == oid).findFirst().orElseThrow();
  }
}
