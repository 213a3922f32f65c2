package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.trace.LockMode;
import io.speechtotext.prover.trace.RelationLock;
import io.speechtotext.prover.trace.TracedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A statement that reads or writes rows, rewrites, or shuts others out of one more table, while an
 * earlier statement's AccessExclusive lock is still held. What {@link CatalogOnly} knows to be over
 * in a moment does not count.
 */
final class WorkUnderExclusive implements SafetyCheck {

  @Override
  public List<Finding> check(Evidence evidence) {
    List<TracedStatement> statements = evidence.trace().statements();
    // Asked once, as it takes a look at every table.
    List<List<Table>> lockedBefore =
        statements.stream().map(statement -> lockedBefore(evidence, statement)).toList();
    Rewrite rewrite = rewrite(statements, lockedBefore);
    Findings findings = new Findings(evidence, Rule.WORK_UNDER_EXCLUSIVE);
    for (int i = 0; i < statements.size(); i++) {
      TracedStatement statement = statements.get(i);
      for (Table table : lockedBefore.get(i)) {
        findings.add(
            table.toString(),
            statement,
            "%s ran while AccessExclusiveLock on %s was held by an earlier statement."
                .formatted(Sight.of(statement), table),
            rewrite);
      }
    }
    return findings.list();
  }

  // Those that a statement works under; none when it does no work.
  private static List<Table> lockedBefore(Evidence evidence, TracedStatement statement) {
    List<Table> locked = exclusivelyLocked(evidence, statement).toList();
    return locked.isEmpty() || touchesRows(evidence, statement) || rewrites(evidence, statement)
        ? locked
        : locked.stream()
            .filter(table -> shutsOut(evidence, statement, table) && !CatalogOnly.is(statement))
            .toList();
  }

  private static Stream<Table> exclusivelyLocked(Evidence evidence, TracedStatement statement) {
    return statement.heldBefore().stream()
        .filter(lock -> lock.mode() == LockMode.ACCESS_EXCLUSIVE)
        .map(RelationLock::relation)
        .sorted()
        .flatMap(oid -> evidence.before().table(oid).stream());
  }

  private static boolean touchesRows(Evidence evidence, TracedStatement statement) {
    return statement.activity().entrySet().stream()
        .anyMatch(each -> evidence.existedBefore(each.getKey()) && each.getValue().touchesRows());
  }

  private static boolean rewrites(Evidence evidence, TracedStatement statement) {
    return Change.by(statement, evidence)
        .anyMatch(change -> change.rewritesTable() || !change.rebuiltIndexes().isEmpty());
  }

  private static boolean shutsOut(Evidence evidence, TracedStatement statement, Table locked) {
    return statement.taken().stream()
        .anyMatch(
            lock ->
                lock.mode().isBlocking()
                    && lock.relation() != locked.oid()
                    && evidence.existedBefore(lock.relation()));
  }

  // Each statement that works is one migration; what stands between them stays together.
  private static Rewrite rewrite(List<TracedStatement> statements, List<List<Table>> lockedBefore) {
    List<List<String>> migrations = new ArrayList<>();
    boolean joins = false;
    for (int i = 0; i < statements.size(); i++) {
      boolean works = !lockedBefore.get(i).isEmpty();
      if (!joins || works) {
        migrations.add(new ArrayList<>());
      }
      migrations.get(migrations.size() - 1).add(Statements.text(statements.get(i)));
      joins = !works;
    }
    return new Rewrite(migrations);
  }
}
