package io.speechtotext.prover;

import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.prover.rule.Evidence;
import io.speechtotext.prover.rule.SafetyRules;
import io.speechtotext.prover.source.ProvableMigration;
import io.speechtotext.prover.trace.TraceFailure;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs a migration for the first time: on the rows that are there; where it does not bear them, on
 * fewer, so that the rest of it and the versions behind can be proven regardless.
 */
final class FirstRun {

  private final Workshop workshop;
  private final ProvableMigration migration;
  private final Notebook notebook;
  private SqlScript script;

  FirstRun(Workshop workshop, ProvableMigration migration, SqlScript script, Notebook notebook) {
    this.workshop = workshop;
    this.migration = migration;
    this.script = script;
    this.notebook = notebook;
  }

  /** Runs it, and returns the attempt that came to the end; else the one on all rows. */
  Attempt on(Stage stage) throws SQLException {
    workshop.begin(script, stage);
    Attempt attempt = attempt(stage);
    if (OwnCommits.needNoTransaction(script, attempt.trace().failure())) {
      attempt.close();
      script = OwnCommits.outsideTransaction(script);
      notebook.note(OwnCommits.note(migration.up()));
      attempt = attempt(stage);
    }
    TraceFailure failure = attempt.trace().failure();
    if (failure == null) {
      return attempt;
    }
    notebook.addAll(
        SafetyRules.checkFailed(
            new Evidence(migration, stage.catalog(), attempt.after(), attempt.trace())));
    Attempt second = onFewerRows(stage, failure);
    if (second == null) {
      return attempt;
    }
    attempt.close();
    return second;
  }

  private @Nullable Attempt onFewerRows(Stage stage, TraceFailure failure) throws SQLException {
    FailureFindings words = new FailureFindings(migration, workshop.settings());
    boolean refused = failure.isOwnRefusalOf(script);
    if (refused) {
      Attempt attempt = instead(workshop.sparse(stage));
      if (attempt != null) {
        notebook.note(words.refusal(failure, "one row in each table"));
        return attempt;
      }
    }
    Attempt attempt = instead(workshop.emptied(stage));
    boolean isTheRows = attempt != null;
    if (isTheRows && refused) {
      notebook.note(words.refusal(failure, "empty tables"));
    } else {
      Optional<String> row =
          isTheRows && !FailureFindings.isTimeout(failure)
              ? new CulpritRow(workshop, stage, script, failure).find()
              : Optional.empty();
      notebook.add(words.of(failure, isTheRows, row));
    }
    return attempt;
  }

  private @Nullable Attempt instead(Stage fewer) throws SQLException {
    Attempt attempt = attempt(fewer);
    if (attempt.trace().failure() == null) {
      return attempt;
    }
    attempt.close();
    fewer.close();
    return null;
  }

  private Attempt attempt(Stage from) throws SQLException {
    Attempt attempt = Attempt.of(script, from, workshop);
    if (!attempt.succeeded()) {
      workshop.beginAgain(script, attempt.session());
    }
    return attempt;
  }
}
