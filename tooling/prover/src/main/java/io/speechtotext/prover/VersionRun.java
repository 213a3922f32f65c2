package io.speechtotext.prover;

import io.speechtotext.migrator.Script;
import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.prover.allowance.Allowances;
import io.speechtotext.prover.dependence.DependenceOnData;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.oldcode.OldCode;
import io.speechtotext.prover.rule.Evidence;
import io.speechtotext.prover.rule.SafetyRules;
import io.speechtotext.prover.source.ProvableMigration;
import io.speechtotext.prover.trace.ScriptRun;
import io.speechtotext.prover.trace.Trace;
import io.speechtotext.prover.trace.TraceFailure;
import io.speechtotext.prover.undo.MigratedDatabase;
import io.speechtotext.prover.undo.UndoProof;
import io.speechtotext.prover.undo.UndoRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
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
  private final Stage former;
  private final Notebook notebook;
  private final ScriptFiles files;
  private @Nullable UndoProof undo;

  VersionRun(Workshop workshop, ProvableMigration migration, Stage former) {
    this.workshop = workshop;
    this.migration = migration;
    this.former = former;
    this.notebook = new Notebook(migration);
    this.files = new ScriptFiles(workshop, migration.version(), notebook);
    notebook.addAll(workshop.fileFindingsOf(migration));
  }

  /** What to say of a migration that stands behind one that does not apply. */
  VersionProof notReached(String broken) {
    notebook.add(
        Rule.NOT_PROVEN,
        migration.up(),
        0,
        "%s does not apply, so nothing after it could be tried.".formatted(broken));
    return notProven(null);
  }

  Step prove(TimedChain timed) throws SQLException {
    SqlScript script = files.read(migration.up());
    if (script == null) {
      return new Step(notProven(null), null);
    }
    Attempt attempt = new FirstRun(workshop, migration, script, notebook).on(former);
    if (!attempt.succeeded()) {
      attempt.close();
      return new Step(notProven(attempt.trace()), null);
    }
    Stage next = judgeOrClose(attempt);
    if (!attempt.former().equals(former)) {
      attempt.former().close();
    }
    return new Step(proven(attempt, atMoreRows(attempt, timed)), next);
  }

  private @Nullable Duration atMoreRows(Attempt attempt, TimedChain timed) throws SQLException {
    ScriptRun run = timed.run(attempt.script());
    TraceFailure failure = run == null ? null : run.failure();
    if (run == null || failure == null) {
      return run == null ? null : run.time();
    }
    new SecondSize(migration, workshop.settings(), notebook)
        .failed(attempt.script(), failure, attempt.former().equals(former));
    return null;
  }

  private @Nullable Stage judgeOrClose(Attempt attempt) throws SQLException {
    try {
      return judge(attempt);
    } catch (SQLException | RuntimeException e) {
      attempt.close();
      throw e;
    }
  }

  private @Nullable Stage judge(Attempt attempt) throws SQLException {
    Evidence evidence =
        new Evidence(migration, attempt.former().catalog(), attempt.after(), attempt.trace());
    notebook.addAll(SafetyRules.check(evidence));
    // It copies the former database, which nobody may be connected to then.
    List<Finding> dependence =
        DependenceOnData.check(workshop.copiesOf(attempt.former()), attempt.script(), evidence);
    try (Connection before = workshop.sessions().open(attempt.former().database())) {
      notebook.addAll(OldCode.check(before, attempt.session(), evidence));
      notebook.addAll(dependence);
      Stage undone = undo(attempt, before);
      if (undone != null) {
        fill(attempt.session(), attempt);
        return undone;
      }
    }
    attempt.close();
    return again(attempt);
  }

  // So that the next migration meets rows in what this one made.
  private void fill(Connection connection, Attempt attempt) throws SQLException {
    workshop.sessions().renew(connection);
    notebook.noteAll(workshop.fill(connection, attempt.former()));
    connection.close();
  }

  // The undo, and the migration once more, leave the database as the migration did.
  private @Nullable Stage undo(Attempt attempt, Connection before) throws SQLException {
    Script file = migration.undo();
    SqlScript script = file == null ? null : files.read(file);
    if (script == null) {
      return new Stage(attempt.database(), attempt.after(), attempt.snapshotAfter());
    }
    UndoRun.Result result = undo(script, attempt, before);
    if (OwnCommits.needNoTransaction(script, result.proof().failure())) {
      notebook.note(OwnCommits.note(script.source()));
      result = undo(OwnCommits.outsideTransaction(script), attempt, before);
    }
    notebook.addAll(result.findings());
    undo = result.proof();
    return result.findings().isEmpty()
        ? new Stage(attempt.database(), result.catalog(), attempt.snapshotAfter())
        : null;
  }

  private UndoRun.Result undo(SqlScript script, Attempt attempt, Connection before)
      throws SQLException {
    return new UndoRun(migration.version(), migrated(attempt), script)
        .run(before, attempt.session(), attempt.database()::connect, workshop.sessions()::renew);
  }

  private static MigratedDatabase migrated(Attempt attempt) {
    return new MigratedDatabase(
        attempt.script(),
        attempt.trace(),
        attempt.former().catalog(),
        attempt.after(),
        attempt.former().snapshot(),
        attempt.snapshotAfter());
  }

  // What a bad undo has left is nothing to go on from.
  private @Nullable Stage again(Attempt attempt) throws SQLException {
    Workshop.Migrated again = workshop.migrated(attempt.former(), attempt.script());
    Stage next = again.stage();
    TraceFailure failure = again.failure();
    if (failure != null) {
      next.close();
      notebook.add(
          Rule.NOT_PROVEN,
          migration.up(),
          failure.line(),
          "It applied, and on another copy of the same database it does not, so nothing after it could be tried. It may have left something on the server that is no database's own: "
              + failure.message());
      return null;
    }
    fill(workshop.sessions().open(next.database()), attempt);
    return next;
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
        notebook.notes(),
        Allowances.of(migration).applyToUnproven(notebook.findings()));
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
        notebook.notes(),
        Allowances.of(migration).apply(notebook.findings()));
  }
}
