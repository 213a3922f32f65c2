package io.speechtotext.prover;

import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.source.MigrationFiles;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A few migrations in a test's own lines, judged by one rule. */
public final class ProvenCase {

  private final ThrowawayPostgres postgres;
  private final Rule rule;
  private final Map<String, String> files = new LinkedHashMap<>();

  public ProvenCase(ThrowawayPostgres postgres, Rule rule) {
    this.postgres = postgres;
    this.rule = rule;
  }

  /** Adds a file. */
  public ProvenCase with(String name, String text) {
    files.put(name, text);
    return this;
  }

  /** What breaks the rule, on the few rows that the migrations write. */
  public List<Finding> findings() throws SQLException {
    List<Finding> findings = new ArrayList<>();
    new Prover(postgres, ProverSettings.defaults().withRowsPerTable(0))
        .prove(
            MigrationFiles.of("case", files),
            proof ->
                proof.findings().stream()
                    .filter(finding -> finding.rule() == rule)
                    .forEach(findings::add));
    return findings;
  }

  /** Their titles. */
  public List<String> titles() throws SQLException {
    return findings().stream().map(Finding::title).toList();
  }
}
