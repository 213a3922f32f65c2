package io.speechtotext.prover.rule;

import io.speechtotext.migrator.script.SqlToken;
import io.speechtotext.migrator.script.SqlTokenizer;
import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.trace.TracedStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * Indexes that are invalid afterwards and were not before, or that were and that a {@code CREATE
 * INDEX IF NOT EXISTS} of their name was content with. An index of a partitioned table holds
 * nothing itself and becomes valid with the last of its partitions', so it may wait.
 */
final class InvalidIndex implements SafetyCheck {

  @Override
  public List<Finding> check(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    for (Table table : evidence.after().tables()) {
      for (Index index : table.indexes()) {
        if (!index.valid() && !table.partitioned()) {
          findings.addAll(finding(evidence, table, index));
        }
      }
    }
    return findings;
  }

  private static List<Finding> finding(Evidence evidence, Table table, Index index) {
    Breach breach = new Breach(evidence, Rule.INVALID_INDEX);
    boolean isOld =
        evidence.before().tableOfIndex(index.oid()).stream()
            .flatMap(each -> each.indexes().stream())
            .anyMatch(each -> each.oid() == index.oid() && !each.valid());
    if (!isOld) {
      return List.of(
          breach.by(
              statement -> statement.after().tableOfIndex(index.oid()).isPresent(),
              index.name(),
              "The index %s of %s is left invalid.".formatted(index.name(), table),
              rewrite(index)));
    }
    return evidence.trace().statements().stream()
        .filter(statement -> isContentWith(statement, index))
        .findFirst()
        .map(
            statement ->
                breach.by(
                    statement,
                    index.name(),
                    "An invalid index %s is there already; IF NOT EXISTS takes it for the one that is wanted."
                        .formatted(index.name()),
                    rewrite(index)))
        .stream()
        .toList();
  }

  private static boolean isContentWith(TracedStatement statement, Index index) {
    List<SqlToken> tokens = SqlTokenizer.tokens(statement.sql());
    return tokens.size() > 2
        && tokens.get(0).is("create")
        && tokens.stream().anyMatch(token -> token.is("exists"))
        && tokens.stream().anyMatch(token -> token.isName() && token.text().equals(index.name()));
  }

  private static String rewrite(Index index) {
    return """
        -- In a migration of its own, so that it can be repeated after a failure:
        DROP INDEX CONCURRENTLY IF EXISTS %s;
        %s;
        """
        .formatted(
            index.sqlName(), index.definition().replaceFirst(" INDEX ", " INDEX CONCURRENTLY "));
  }
}
