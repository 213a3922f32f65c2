package io.speechtotext.migrator;

import java.util.Arrays;
import java.util.List;
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

  /** Does nothing when they agree. */
  void enforce() {
    List<ValidateOutput> invalid = flyway.validateWithResult().invalidMigrations;
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

  private String explain(ValidateOutput invalid) {
    String file = fileOf(invalid.version) + ": ";
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
    if (code == CoreErrorCode.FAILED_VERSIONED_MIGRATION) {
      return file
          + "it failed half-way outside a transaction; undo by hand what it did, then repair the"
          + " history";
    }
    return file + invalid.errorDetails.errorMessage;
  }

  private String fileOf(String version) {
    Version wanted = Version.of(version);
    return migrations.list().stream()
        .filter(each -> each.version().equals(wanted))
        .map(each -> each.up().name())
        .findFirst()
        .orElseGet(() -> fileInHistory(version));
  }

  private String fileInHistory(String version) {
    return Arrays.stream(flyway.info().all())
        .filter(each -> each.isVersioned() && each.getVersion().getVersion().equals(version))
        .map(MigrationInfo::getScript)
        .findFirst()
        .orElse("V" + version);
  }
}
