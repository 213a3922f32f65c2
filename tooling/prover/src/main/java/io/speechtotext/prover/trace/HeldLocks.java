package io.speechtotext.prover.trace;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows each lock of a script to its end. */
public final class HeldLocks {

  private final List<TracedStatement> statements;

  private HeldLocks(List<TracedStatement> statements) {
    this.statements = statements;
  }

  /**
   * The locks on tables and indexes that were there when the script began, in the order in which
   * they were taken, the strongest first; on all others, nobody can wait.
   */
  public static List<HeldLock> of(Trace trace) {
    return trace.statements().isEmpty() ? List.of() : new HeldLocks(trace.statements()).all();
  }

  private List<HeldLock> all() {
    List<HeldLock> locks = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      int number = i;
      statements.get(i).taken().stream()
          .sorted(
              Comparator.comparing(RelationLock::mode)
                  .reversed()
                  .thenComparing(RelationLock::relation))
          .forEach(lock -> follow(number, lock).ifPresent(locks::add));
    }
    return locks;
  }

  private Optional<HeldLock> follow(int number, RelationLock lock) {
    Catalog atBegin = statements.get(0).before();
    Catalog met = statements.get(number).before();
    if (atBegin.table(lock.relation()).isPresent()) {
      return met.table(lock.relation()).map(table -> held(number, lock, table, null));
    }
    return atBegin
        .tableOfIndex(lock.relation())
        .flatMap(former -> met.tableOfIndex(lock.relation()))
        .map(table -> held(number, lock, table, index(table, lock.relation())));
  }

  private static Index index(Table table, long oid) {
    return table.indexes().stream().filter(each -> each.oid() == oid).findFirst().orElseThrow();
  }

  private HeldLock held(int number, RelationLock lock, Table table, @Nullable Index index) {
    List<TracedStatement> meanwhile = statements.subList(number, end(number, lock));
    TracedStatement last = meanwhile.get(meanwhile.size() - 1);
    Duration from = meanwhile.get(0).begin();
    Duration to = last.begin().plus(last.time());
    return new HeldLock(
        meanwhile.get(0),
        table,
        index,
        lock.mode(),
        from,
        to,
        meanwhile.stream().anyMatch(each -> each.activityOn(table.oid()).sequentialScans() > 0),
        meanwhile.stream().anyMatch(each -> isRewritten(each, lock.relation(), table)));
  }

  private static boolean isRewritten(TracedStatement statement, long relation, Table table) {
    long node = fileNode(statement.after(), relation);
    return node != 0
        && node != fileNode(statement.before(), relation)
        && !statement.empties(table.oid());
  }

  // The first statement that begins without it.
  private int end(int number, RelationLock lock) {
    int end = number + 1;
    while (end < statements.size() && statements.get(end).heldBefore().contains(lock)) {
      end++;
    }
    return end;
  }

  // 0 when it is not there.
  private static long fileNode(Catalog catalog, long relation) {
    return catalog
        .table(relation)
        .map(Table::fileNode)
        .or(() -> catalog.tableOfIndex(relation).map(table -> index(table, relation).fileNode()))
        .orElse(0L);
  }
}
