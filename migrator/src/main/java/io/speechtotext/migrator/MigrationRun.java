package io.speechtotext.migrator;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one call to {@link Migrator} did, and where the database stands after it.
 *
 * @param applied in order; empty when nothing was to be done
 * @param version the newest version that is applied; null when none is
 * @param unknown the versions that are applied or begun, and newer than all that this release
 *     knows; empty unless a later release migrated the database
 * @param duration from call to return, the migration library's own start included
 */
public record MigrationRun(
    List<AppliedMigration> applied,
    @Nullable Version version,
    List<Version> unknown,
    Duration duration) {

  /** Copies the lists. */
  public MigrationRun {
    applied = List.copyOf(applied);
    unknown = List.copyOf(unknown);
  }

  /** Whether the database is ahead of this release, which then changed nothing. */
  public boolean isDatabaseNewer() {
    return !unknown.isEmpty();
  }
}
