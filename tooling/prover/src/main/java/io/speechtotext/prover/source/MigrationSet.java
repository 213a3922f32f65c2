package io.speechtotext.prover.source;

import io.speechtotext.migrator.Script;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * The migrations of a directory, in the order in which they are applied.
 *
 * @param location where they were found, for people
 * @param migrations oldest first
 * @param findings what is wrong with the files as such; some are about versions that no migration
 *     has, such as an undo of nothing
 */
public record MigrationSet(
    String location, List<ProvableMigration> migrations, List<Finding> findings) {

  /** Copies the lists. */
  public MigrationSet {
    migrations = List.copyOf(migrations);
    findings = List.copyOf(findings);
  }

  /** Whether anything of a script can be run; else a finding says why not. */
  public boolean isRunnable(Script script) {
    return findings.stream()
        .noneMatch(
            finding -> finding.rule() == Rule.NOT_PROVEN && finding.script().equals(script.name()));
  }

  /** The findings about one version, with its letter. */
  public List<Finding> findingsOf(String version) {
    return findings.stream().filter(finding -> finding.version().equals(version)).toList();
  }

  /** The same with more findings. */
  public MigrationSet with(List<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(more);
    return new MigrationSet(location, migrations, all);
  }
}
