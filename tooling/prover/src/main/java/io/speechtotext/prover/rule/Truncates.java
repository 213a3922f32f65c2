package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.rewrite.FollowingVersion;
import io.speechtotext.prover.rewrite.KeyedBatches;
import io.speechtotext.prover.rewrite.Names;
import io.speechtotext.prover.trace.TracedStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * Existing tables that a TRUNCATE empties, those included that it reaches by CASCADE: their file
 * node is another one, their columns are the same, and the statement says TRUNCATE, be it in a DO
 * block. One inside a function that the statement only calls is not told from a rewrite.
 */
final class Truncates implements SafetyCheck {

  @Override
  public List<Finding> check(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    Breach breach = new Breach(evidence, Rule.DROPS_DATA);
    for (Table table : evidence.before().tables()) {
      evidence.trace().statements().stream()
          .filter(statement -> statement.empties(table.oid()))
          .findFirst()
          .ifPresent(statement -> findings.add(finding(breach, evidence, table, statement)));
    }
    return findings;
  }

  private static Finding finding(
      Breach breach, Evidence evidence, Table table, TracedStatement statement) {
    return breach.by(
        statement,
        table.toString(),
        "The statement empties %s.".formatted(table),
        rewrite(evidence.migration().version(), table));
  }

  private static String rewrite(String version, Table table) {
    String delete = "DELETE FROM " + table.sqlName();
    return """
        -- %s: the rows as they are, kept for a release.
        CREATE TABLE %s AS TABLE %s;
        -- %s, in a migration of its own, with executeInTransaction=false in its .sql.conf:
        %s"""
        .formatted(
            version,
            Names.qualified(table, "kept"),
            table.sqlName(),
            FollowingVersion.of(version, 1),
            KeyedBatches.of(table, delete, "").orElse(delete + ";\n"));
  }
}
