package io.speechtotext.prover;

import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.prover.source.ProvableMigration;
import io.speechtotext.prover.trace.TraceFailure;

/** What to say of a migration that fails at the second size, and applied at the first. */
final class SecondSize {

  private final ProvableMigration migration;
  private final ProverSettings settings;
  private final Notebook notebook;

  SecondSize(ProvableMigration migration, ProverSettings settings, Notebook notebook) {
    this.migration = migration;
    this.settings = settings;
    this.notebook = notebook;
  }

  /**
   * Adds a finding; where the failure is none, a note.
   *
   * @param onAllRows whether the first size was proven with all of its rows; else what it fails on
   *     was said already
   */
  void failed(SqlScript script, TraceFailure failure, boolean onAllRows) {
    if (onAllRows && isForItsRows(failure) && !failure.isOwnRefusalOf(script)) {
      notebook.add(new FailureFindings(migration, settings).atMoreRows(failure));
    }
    notebook.note(
        "From here on, nothing is timed at %s rows a table: %s, line %s, fails there: %s"
            .formatted(
                settings.moreRows(), migration.up().name(), failure.line(), failure.message()));
  }

  // Names and privileges are not among what more rows change; roles are the server's, and those of
  // the first size have no grants here.
  private static boolean isForItsRows(TraceFailure failure) {
    return failure.sqlState() == null || !failure.sqlState().startsWith("42");
  }
}
