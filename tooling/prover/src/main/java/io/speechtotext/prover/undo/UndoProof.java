package io.speechtotext.prover.undo;

import io.speechtotext.prover.trace.TraceFailure;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an undo did, run on the migrated database with rows.
 *
 * @param failure what stopped it, and then the rest is not known; null when nothing did
 * @param redoFailure what stopped the migration when it was applied once more; null when nothing
 *     did
 * @param time how long it took
 * @param difference how the schema then differs from what it was before the migration, as lines
 *     with {@code +} and {@code -}; empty when it does not
 * @param differenceAfterRedo the same for the schema after migrating once more, compared with that
 *     after the first time
 * @param changed columns of before the migration whose values are not what they were
 * @param lost what the migration made and the undo takes away, with the rows that it held
 */
public record UndoProof(
    @Nullable TraceFailure failure,
    @Nullable TraceFailure redoFailure,
    Duration time,
    String difference,
    String differenceAfterRedo,
    List<ColumnRows> changed,
    List<ColumnRows> lost) {

  /**
   * A table or a column.
   *
   * @param table its name, with its schema unless that is {@code public}
   * @param column empty for the whole table
   * @param rows how many hold a value there
   */
  public record ColumnRows(String table, String column, long rows) {}

  /** An undo that did not come to its end. */
  static UndoProof failed(TraceFailure failure) {
    return new UndoProof(failure, null, Duration.ZERO, "", "", List.of(), List.of());
  }

  /** Copies the lists. */
  public UndoProof {
    changed = List.copyOf(changed);
    lost = List.copyOf(lost);
  }
}
