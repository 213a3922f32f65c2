package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import java.util.List;

/**
 * An index in another file while its table is in the same: a new collation, another tablespace. A
 * REINDEX belongs to {@link IndexNotConcurrent}, a rewritten table to the rules for that.
 */
final class IndexRewrite implements SafetyCheck {

  @Override
  public List<Finding> check(Evidence evidence) {
    Findings findings = new Findings(evidence, Rule.INDEX_REWRITE);
    Change.all(evidence)
        .filter(change -> !change.rewritesTable())
        .filter(change -> !Statements.verb(change.statement()).equals("reindex"))
        .forEach(
            change ->
                change.rebuiltIndexes().stream()
                    .forEach(
                        index ->
                            findings.add(
                                change.after().toString(),
                                change.statement(),
                                "The index %s was built anew: %s"
                                    .formatted(
                                        index.name(),
                                        Sight.of(evidence, change.statement(), change.after())),
                                rewrite(change, index))));
    return findings.list();
  }

  private static Rewrite rewrite(Change change, Index index) {
    return Rewrite.of("DROP INDEX CONCURRENTLY %s;".formatted(index.sqlName()))
        .then(
            "-- Without the index there is nothing to build.", Statements.text(change.statement()))
        .then(Definitions.createIndexConcurrently(index));
  }
}
