package io.speechtotext.prover.source;

import io.speechtotext.prover.finding.Finding;
import java.util.List;

/**
 * The migrations of a directory, in the order in which they are applied.
 *
 * @param location where they were found, for people
 * @param migrations oldest first
 * @param findings what is wrong with the files as such
 */
public record MigrationSet(
    String location, List<ProvableMigration> migrations, List<Finding> findings) {

  /** Copies the lists. */
  public MigrationSet {
    migrations = List.copyOf(migrations);
    findings = List.copyOf(findings);
  }
}
