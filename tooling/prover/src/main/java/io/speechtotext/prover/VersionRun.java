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
import io.speechtotext.prover.trace.Trace;
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
    Stage next = judge(attempt);
    if (!attempt.former().equals(former)) {
      attempt.former().close();
    }
    return new Step(proven(attempt, timed.run(attempt.script())), next);
  }

  private Stage judge(Attempt attempt) throws SQLException {
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
    UndoRun.Result result =
        new UndoRun(migration.version(), migrated(attempt), script)
            .run(
                before, attempt.session(), attempt.database()::connect, workshop.sessions()::renew);
    notebook.addAll(result.findings());
    undo = result.proof();
    return result.findings().isEmpty()
        ? new Stage(attempt.database(), result.catalog(), attempt.snapshotAfter())
        : null;
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
  private Stage again(Attempt attempt) throws SQLException {
    Stage next = workshop.migrated(attempt.former(), attempt.script());
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
