package io.speechtotext.prover.undo;

import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.migrator.snapshot.LineDiff;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.SchemaText;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.trace.ScriptRun;
import io.speechtotext.prover.trace.Sessions;
import io.speechtotext.prover.trace.Trace;
import io.speechtotext.prover.trace.TraceFailure;
import io.speechtotext.prover.trace.Tracer;
import io.speechtotext.prover.undo.UndoProof.ColumnRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Undoes a migration, compares, and migrates again: the schema must be what it was, then what it
 * became, and the rows of before must be as they were.
 */
public final class UndoRun {

  /**
   * What came of it.
   *
   * @param proof what the undo did, or that it failed
   * @param catalog what the database holds in the end
   * @param findings what is wrong
   */
  public record Result(UndoProof proof, Catalog catalog, List<Finding> findings) {}

  /** Forgets what a script did to its session. */
  @FunctionalInterface
  public interface Renewal {
    /** Does it, outside a transaction. */
    void of(Connection session) throws SQLException;
  }

  private final String version;
  private final MigratedDatabase migrated;
  private final SqlScript undo;
  private final List<Finding> findings = new ArrayList<>();

  /** An undo of what was migrated. */
  public UndoRun(String version, MigratedDatabase migrated, SqlScript undo) {
    this.version = version;
    this.migrated = migrated;
    this.undo = undo;
  }

  /**
   * Runs it.
   *
   * @param former a database at the version before, with the same rows; is read
   * @param connection the migrated database; is undone and, where nothing is wrong, migrated again
   * @param sessions on the migrated database
   * @param renewal makes a session as it was when it was opened
   */
  public Result run(Connection former, Connection connection, Sessions sessions, Renewal renewal)
      throws SQLException {
    LostByUndo lost = LostByUndo.before(connection, migrated.before(), migrated.after());
    renewal.of(connection);
    Trace trace = new Tracer(connection, sessions).run(undo);
    TraceFailure failure = trace.failure();
    if (failure != null) {
      incomplete(undo, failure.line(), "The undo fails: " + failure.message());
      return new Result(UndoProof.failed(failure), migrated.after(), findings);
    }
    renewal.of(connection);
    Catalog catalog = Catalog.of(connection);
    String difference =
        LineDiff.between(migrated.snapshotBefore(), SchemaText.of(connection, catalog));
    if (!difference.isEmpty()) {
      incomplete(
          undo, 0, "Before the migration and after its undo, the schema differs:\n" + difference);
    }
    List<ColumnRows> changed =
        new ChangedValues(former, connection, catalog)
            .in(TouchedTables.of(migrated.before(), migrated.trace(), trace));
    changed.forEach(this::losesData);
    TraceFailure again = ScriptRun.of(migrated.script(), connection).failure();
    renewal.of(connection);
    Catalog afterRedo = Catalog.of(connection);
    String differenceAfterRedo = again == null ? redone(connection, afterRedo) : fails(again);
    return new Result(
        new UndoProof(
            null,
            again,
            trace.time(),
            difference,
            differenceAfterRedo,
            changed,
            lost.notIn(catalog)),
        afterRedo,
        findings);
  }

  private String fails(TraceFailure failure) {
    incomplete(
        migrated.script(),
        failure.line(),
        "After its undo, the migration cannot be applied again: " + failure.message());
    return "";
  }

  private String redone(Connection connection, Catalog catalog) throws SQLException {
    String difference =
        LineDiff.between(migrated.snapshotAfter(), SchemaText.of(connection, catalog));
    if (!difference.isEmpty()) {
      incomplete(
          migrated.script(),
          0,
          "Applied again after its undo, the migration makes another schema:\n" + difference);
    }
    return difference;
  }

  private void incomplete(SqlScript script, int line, String detail) {
    String name = script.source().name();
    findings.add(new Finding(version, Rule.UNDO_INCOMPLETE, name, name, line, detail, "", null));
  }

  private void losesData(ColumnRows changed) {
    boolean whole = changed.column().isEmpty();
    findings.add(
        new Finding(
            version,
            Rule.UNDO_LOSES_DATA,
            whole ? changed.table() : changed.table() + "." + changed.column(),
            undo.source().name(),
            0,
            "%s rows stood there before the migration; after it and its undo, %s."
                .formatted(
                    changed.rows(),
                    whole ? "the rows are not the same" : "the column's values are not the same"),
            new UndoRewrites(version, migrated.before(), migrated.after()).of(changed),
            null));
  }
}
