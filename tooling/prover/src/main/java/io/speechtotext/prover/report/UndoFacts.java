package io.speechtotext.prover.report;

import io.speechtotext.prover.VersionProof;
import io.speechtotext.prover.undo.UndoProof;
import java.io.IOException;

/** What a version's undo did. */
final class UndoFacts {

  /** What is known of an undo. */
  private enum Status {
    /** Schema and rows came back, and migrating again led to the same. */
    PROVEN,
    /** The schema that it leaves is not that of before. */
    INCOMPLETE,
    /** Rows that were there before are not what they were. */
    CHANGES_ROWS,
    /** It did not come to its end. */
    FAILED,
    /** The migration cannot be applied again after it. */
    REDO_FAILED,
    /** It could not be tried. */
    NOT_TRIED,
    /** There is none. */
    MISSING
  }

  private final Json json;

  UndoFacts(Json json) {
    this.json = json;
  }

  void write(VersionProof proof) throws IOException {
    UndoProof undo = proof.undo();
    json.object(
        "undo",
        () -> {
          json.constant("status", status(proof));
          if (undo != null && undo.failure() != null) {
            json.text("failure", undo.failure().message());
          } else if (undo != null) {
            json.text(
                "redoFailure", undo.redoFailure() == null ? null : undo.redoFailure().message());
            json.time("timeMicros", undo.time());
            json.text("difference", undo.difference());
            json.text("differenceAfterRedo", undo.differenceAfterRedo());
            json.array("changed", undo.changed(), this::rows);
            json.array("lost", undo.lost(), this::rows);
          }
        });
  }

  private static Status status(VersionProof proof) {
    UndoProof undo = proof.undo();
    if (undo == null) {
      return proof.migration().undo() == null ? Status.MISSING : Status.NOT_TRIED;
    }
    if (undo.failure() != null) {
      return Status.FAILED;
    }
    if (!undo.changed().isEmpty()) {
      return Status.CHANGES_ROWS;
    }
    if (undo.difference().isEmpty() && undo.redoFailure() != null) {
      return Status.REDO_FAILED;
    }
    return undo.difference().isEmpty() && undo.differenceAfterRedo().isEmpty()
        ? Status.PROVEN
        : Status.INCOMPLETE;
  }

  private void rows(UndoProof.ColumnRows rows) throws IOException {
    json.object(
        () -> {
          json.text("table", rows.table());
          json.text("column", rows.column());
          json.number("rows", rows.rows());
        });
  }
}
