package io.speechtotext.migrator;

import java.time.Duration;
import java.util.List;

/**
 * What one call to {@link Migrator} did.
 *
 * @param applied in order; empty when the database was up to date
 * @param duration from call to return, the migration library's own start included
 */
public record MigrationRun(List<AppliedMigration> applied, Duration duration) {

  /** Copies the list. */
  public MigrationRun {
    applied = List.copyOf(applied);
  }
}
