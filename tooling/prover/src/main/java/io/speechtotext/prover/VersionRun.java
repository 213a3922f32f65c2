package io.speechtotext.prover;

import io.speechtotext.migrator.MigrationFailedException;
import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.prover.allowance.Allowances;
import io.speechtotext.prover.dependence.DependenceOnData;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.oldcode.OldCode;
import io.speechtotext.prover.rule.Evidence;
import io.speechtotext.prover.rule.MixedTransaction;
import io.speechtotext.prover.rule.SafetyRules;
import io.speechtotext.prover.source.ProvableMigration;
import io.speechtotext.prover.trace.Trace;
import io.speechtotext.prover.trace.TraceFailure;
import io.speechtotext.prover.undo.MigratedDatabase;
import io.speechtotext.prover.undo.UndoProof;
import io.speechtotext.prover.undo.UndoRun;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Proves one migration, from the stage before it to the next. */
final class VersionRun {

  /**
   * How far it came.
   *
   * @param next null when the migration does not apply, so that nothing can follow
   */
  record Step(VersionProof proof, @Nullable Stage next) {}

  private final Workshop workshop;
  private final ProvableMigration migration;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Stage former;
  private @Nullable Stage substitute;
  private @Nullable UndoProof undo;

  VersionRun(Workshop workshop, ProvableMigration migration, Stage former) {
    this.workshop = workshop;
    this.migration = migration;
    this.former = former;
    findings.addAll(workshop.fileFindingsOf(migration));
  }

  /** What to say of a migration that stands behind one that does not apply. */
  VersionProof notReached(String broken) {
    findings.add(
        aboutFile(
            Rule.NOT_PROVEN,
            "%s does not apply, so nothing after it could be tried.".formatted(broken)));
    return notProven(null);
  }

  Step prove(TimedChain timed) throws SQLException {
    SqlScript script = read(migration.up());
    if (script == null) {
      return new Step(notProven(null), null);
    }
    Attempt attempt = Attempt.on(workshop.copyOf(former), script, workshop.sessions());
    if (OwnCommits.needNoTransaction(attempt.trace())) {
      attempt.close();
      script = OwnCommits.outsideTransaction(script);
      notes.add(OwnCommits.note(migration.up()));
      attempt = Attempt.on(workshop.copyOf(former), script, workshop.sessions());
    }
    TraceFailure failure = attempt.trace().failure();
    if (failure != null) {
      findings.addAll(SafetyRules.checkFailed(evidence(attempt)));
      attempt.close();
      Attempt second = withoutRows(script, attempt.trace(), failure);
      if (second == null) {
        return new Step(notProven(attempt.trace()), null);
      }
      attempt = second;
    }
    judge(script, attempt);
    if (substitute != null) {
      substitute.close();
    }
    Stage next = new Stage(attempt.database(), attempt.after(), attempt.snapshotAfter());
    return new Step(proven(attempt, timed.run(script)), next);
  }

  private void judge(SqlScript script, Attempt attempt) throws SQLException {
    findings.addAll(SafetyRules.check(evidence(attempt)));
    oldCode(attempt);
    findings.addAll(DependenceOnData.check(workshop.copiesOf(former), script, evidence(attempt)));
    undo(script, attempt);
    notes.addAll(workshop.fill(attempt.database(), former));
  }

  private void oldCode(Attempt attempt) throws SQLException {
    try (Connection before = workshop.sessions().open(former.database());
        Connection after = workshop.sessions().open(attempt.database())) {
      findings.addAll(OldCode.check(before, after, evidence(attempt)));
    }
  }

  private Evidence evidence(Attempt attempt) {
    return new Evidence(migration, former.catalog(), attempt.after(), attempt.trace());
  }

  private void undo(SqlScript script, Attempt attempt) throws SQLException {
    Script file = migration.undo();
    SqlScript undoScript = file == null ? null : read(file);
    if (undoScript == null) {
      return;
    }
    MigratedDatabase migrated =
        new MigratedDatabase(
            script,
            attempt.trace(),
            former.catalog(),
            attempt.after(),
            former.snapshot(),
            attempt.snapshotAfter());
    try (ThrowawayDatabase copy = workshop.copyOf(attempt.database());
        Connection before = workshop.sessions().open(former.database());
        Connection after = workshop.sessions().open(attempt.database());
        Connection undone = workshop.sessions().open(copy)) {
      UndoRun.Result result =
          new UndoRun(migration.version(), migrated, undoScript)
              .run(before, after, undone, copy::connect);
      findings.addAll(result.findings());
      undo = result.proof();
    }
  }

  // Tells whether it is the rows, and lets the versions behind be proven regardless.
  private @Nullable Attempt withoutRows(SqlScript script, Trace failed, TraceFailure failure)
      throws SQLException {
    FailureFindings words = new FailureFindings(migration, workshop.settings());
    boolean refused = FailureFindings.isOwnRefusal(failed);
    Stage full = former;
    if (refused) {
      Attempt attempt = instead(workshop.sparse(full), script);
      if (attempt != null) {
        notes.add(words.refusal(failure, "one row in each table"));
        return attempt;
      }
    }
    Attempt attempt = instead(workshop.emptied(full), script);
    boolean isTheRows = attempt != null;
    if (isTheRows && refused) {
      notes.add(words.refusal(failure, "empty tables"));
    } else {
      Optional<String> row =
          isTheRows ? new CulpritRow(workshop, full, script).find(failure) : Optional.empty();
      findings.add(words.of(failure, isTheRows, row));
    }
    return attempt;
  }

  private @Nullable Attempt instead(Stage stage, SqlScript script) throws SQLException {
    Attempt attempt = Attempt.on(workshop.copyOf(stage), script, workshop.sessions());
    if (attempt.trace().failure() == null) {
      substitute = stage;
      former = stage;
      return attempt;
    }
    attempt.close();
    stage.close();
    return null;
  }

  private @Nullable SqlScript read(Script file) {
    if (!workshop.isRunnable(file)) {
      return null;
    }
    Optional<Finding> mixed =
        MixedTransaction.in(migration.version(), file, workshop.settings().placeholders());
    if (mixed.isPresent()) {
      findings.add(mixed.get());
      return null;
    }
    try {
      return workshop.read(file);
    } catch (MigrationFailedException e) {
      findings.add(
          new Finding(
              migration.version(),
              Rule.FAILS,
              file.name(),
              file.name(),
              e.line(),
              FailureFindings.unreadable(e),
              "",
              null));
      return null;
    }
  }

  private Finding aboutFile(Rule rule, String detail) {
    String name = migration.up().name();
    return new Finding(migration.version(), rule, name, name, 0, detail, "", null);
  }

  private VersionProof notProven(@Nullable Trace trace) {
    return new VersionProof(
        migration,
        Outcome.NOT_PROVEN,
        former.catalog(),
        former.catalog(),
        former.snapshot(),
        former.snapshot(),
        trace,
        null,
        null,
        notes,
        Allowances.of(migration).applyToUnproven(findings));
  }

  private VersionProof proven(Attempt attempt, @Nullable Duration timeAtMoreRows) {
    return new VersionProof(
        migration,
        Outcome.PROVEN,
        former.catalog(),
        attempt.after(),
        former.snapshot(),
        attempt.snapshotAfter(),
        attempt.trace(),
        undo,
        timeAtMoreRows,
        notes,
        Allowances.of(migration).apply(findings));
  }
}
