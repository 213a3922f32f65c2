package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.trace.HeldLock;
import io.speechtotext.prover.trace.HeldLocks;
import io.speechtotext.prover.trace.TracedStatement;
import java.util.List;

/** A lock that blocks reads or writes, taken by a statement that would wait for it for ever. */
final class NoLockTimeout implements SafetyCheck {

  @Override
  public List<Finding> check(Evidence evidence) {
    Findings findings = new Findings(evidence, Rule.NO_LOCK_TIMEOUT);
    HeldLocks.of(evidence.trace()).stream()
        .filter(lock -> lock.mode().isBlocking() && lock.statement().lockTimeout().isZero())
        .forEach(
            lock ->
                findings.add(
                    evidence.before().table(lock.table().oid()).map(Table::toString).orElseThrow(),
                    lock.statement(),
                    "lock_timeout was 0 when %s asked for %s on %s."
                        .formatted(
                            Sight.of(lock.statement()), lock.mode().serverName(), lock.table()),
                    rewrite(evidence, lock)));
    return findings.list();
  }

  private static Rewrite rewrite(Evidence evidence, HeldLock lock) {
    TracedStatement statement = lock.statement();
    String set = evidence.trace().inTransaction() ? "SET LOCAL" : "SET";
    return Rewrite.of(set + " lock_timeout = '5s';", Statements.text(statement));
  }
}
