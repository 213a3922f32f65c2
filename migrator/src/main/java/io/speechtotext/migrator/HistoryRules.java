package io.speechtotext.migrator;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorCode;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.ValidateOutput;
import org.jspecify.annotations.Nullable;

/** Why files and history disagree, and what to do about it. */
final class HistoryRules {

  private final Flyway flyway;
  private final Migrations migrations;

  HistoryRules(Flyway flyway, Migrations migrations) {
    this.flyway = flyway;
    this.migrations = migrations;
  }

  /**
   * Does nothing when they agree.
   *
   * @param repeatable versions whose scripts did not end, and can be run again
   */
  void enforce(Set<Version> repeatable) {
    List<ValidateOutput> invalid =
        flyway.validateWithResult().invalidMigrations.stream()
            .filter(each -> !(isUnfinished(each) && repeatable.contains(versionOf(each))))
            .toList();
    if (!invalid.isEmpty()) {
      throw conflict(invalid, null);
    }
  }

  /** What they disagree about, after the library refused to go on. */
  HistoryConflictException conflict(Throwable refusal) {
    return conflict(flyway.validateWithResult().invalidMigrations, refusal);
  }

  private HistoryConflictException conflict(
      List<ValidateOutput> invalid, @Nullable Throwable cause) {
    List<String> lines = invalid.stream().map(this::explain).toList();
    return new HistoryConflictException(
        "The files contradict the database's history, and nothing was changed:\n  "
            + String.join("\n  ", lines),
        cause);
  }

  private static boolean isUnfinished(ValidateOutput invalid) {
    return invalid.errorDetails.errorCode == CoreErrorCode.FAILED_VERSIONED_MIGRATION;
  }

  private static Version versionOf(ValidateOutput invalid) {
    return Version.of(invalid.version);
  }

  private String explain(ValidateOutput invalid) {
    String file = fileOf(versionOf(invalid)) + ": ";
    ErrorCode code = invalid.errorDetails.errorCode;
    if (code == CoreErrorCode.CHECKSUM_MISMATCH || code == CoreErrorCode.DESCRIPTION_MISMATCH) {
      return file
          + "it was edited after it was applied; restore it from version control, and put the"
          + " change into a new migration";
    }
    if (code == CoreErrorCode.APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED) {
      return file + "it was applied, and is missing; bring the file back";
    }
    if (code == CoreErrorCode.RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED) {
      return file
          + "its version is below one that is already applied; give it the next free version";
    }
    if (isUnfinished(invalid)) {
      return file
          + "it runs outside a transaction, and did not end; undo by hand what it did, then repair"
          + " the history";
    }
    return file + invalid.errorDetails.errorMessage;
  }

  private String fileOf(Version version) {
    return migrations.list().stream()
        .filter(each -> each.version().equals(version))
        .map(each -> each.up().name())
        .findFirst()
        .orElseGet(() -> fileInHistory(version));
  }

  private String fileInHistory(Version version) {
    return Arrays.stream(flyway.info().all())
        .filter(each -> each.isVersioned())
        .filter(each -> Version.of(each.getVersion().getVersion()).equals(version))
        .map(MigrationInfo::getScript)
        .findFirst()
        .orElse("V" + version);
  }
}
