package io.speechtotext.prover;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.source.ProvableMigration;
import io.speechtotext.prover.trace.Trace;
import io.speechtotext.prover.undo.UndoProof;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the attempt to prove one migration brought to light.
 *
 * @param migration its files
 * @param outcome whether all was tried
 * @param before the catalog that it met
 * @param after the catalog that it left; as before when it failed
 * @param snapshotBefore the canonical text of {@code before}
 * @param snapshotAfter the canonical text of {@code after}
 * @param trace what it did; null when nothing of it could be run
 * @param undo what its undo did; null when that could not be tried
 * @param timeAtMoreRows how long it took on the second size; null when there was none
 * @param notes for the reader, such as a constraint that no generated row could meet
 * @param findings what is wrong with it, allowed or not
 */
public record VersionProof(
    ProvableMigration migration,
    Outcome outcome,
    Catalog before,
    Catalog after,
    String snapshotBefore,
    String snapshotAfter,
    @Nullable Trace trace,
    @Nullable UndoProof undo,
    @Nullable Duration timeAtMoreRows,
    List<String> notes,
    List<Finding> findings) {

  /** Copies the lists. */
  public VersionProof {
    notes = List.copyOf(notes);
    findings = List.copyOf(findings);
  }
}
