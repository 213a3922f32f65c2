package io.speechtotext.prover;

import io.speechtotext.migrator.MigrationFailedException;
import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.rule.MixedTransaction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the scripts of one migration, and notes why one cannot be run. */
final class ScriptFiles {

  private final Workshop workshop;
  private final String version;
  private final Notebook notebook;

  ScriptFiles(Workshop workshop, String version, Notebook notebook) {
    this.workshop = workshop;
    this.version = version;
    this.notebook = notebook;
  }

  /** Null for one that cannot be run. */
  @Nullable SqlScript read(Script file) {
    if (!workshop.isRunnable(file)) {
      return null;
    }
    Optional<Finding> mixed =
        MixedTransaction.in(version, file, workshop.settings().placeholders());
    mixed.ifPresent(notebook::add);
    return mixed.isPresent() ? null : split(file);
  }

  private @Nullable SqlScript split(Script file) {
    try {
      return workshop.read(file);
    } catch (MigrationFailedException e) {
      notebook.add(Rule.FAILS, file, e.line(), FailureFindings.unreadable(e));
      return null;
    }
  }
}
