package io.speechtotext.migrator;

import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorCode;
import org.flywaydb.core.api.output.ValidateOutput;

/** Why a file and the history disagree, and what to do about it. */
final class HistoryRules {

  private HistoryRules() {}

  static String explain(ValidateOutput invalid) {
    String script = "V%s (%s)".formatted(invalid.version, invalid.description);
    ErrorCode code = invalid.errorDetails.errorCode;
    if (code == CoreErrorCode.CHECKSUM_MISMATCH || code == CoreErrorCode.DESCRIPTION_MISMATCH) {
      return script
          + ": the file was edited after it was applied; restore it from version control, and put"
          + " the change into a new migration";
    }
    if (code == CoreErrorCode.APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED) {
      return script + ": it was applied, and its file is missing; bring the file back";
    }
    if (code == CoreErrorCode.RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED) {
      return script
          + ": its version is below one that is already applied; give it the next free version";
    }
    if (code == CoreErrorCode.FAILED_VERSIONED_MIGRATION) {
      return script + ": it failed half-way; undo by hand what it did, then remove its history row";
    }
    return script + ": " + invalid.errorDetails.errorMessage;
  }
}
