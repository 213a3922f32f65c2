package io.speechtotext.prover;

import io.speechtotext.migrator.Script;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.source.ProvableMigration;
import java.util.ArrayList;
import java.util.List;

/** What was found while one migration is proven. */
final class Notebook {

  private final ProvableMigration migration;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Notebook(ProvableMigration migration) {
    this.migration = migration;
  }

  List<Finding> findings() {
    return findings;
  }

  List<String> notes() {
    return notes;
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  void addAll(List<Finding> more) {
    findings.addAll(more);
  }

  /** Adds a finding about a whole script, or a line of it; 0 is for the whole. */
  void add(Rule rule, Script file, int line, String detail) {
    findings.add(
        new Finding(migration.version(), rule, file.name(), file.name(), line, detail, "", null));
  }

  void note(String text) {
    notes.add(text);
  }

  void noteAll(List<String> texts) {
    notes.addAll(texts);
  }
}
