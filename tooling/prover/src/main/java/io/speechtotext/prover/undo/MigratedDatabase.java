package io.speechtotext.prover.undo;

import io.speechtotext.migrator.script.SqlScript;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.trace.Trace;

/**
 * A migration that was applied, with what was there before and after.
 *
 * @param script what was run
 * @param trace what it did
 * @param snapshotBefore the canonical text of {@code before}
 * @param snapshotAfter the canonical text of {@code after}
 */
public record MigratedDatabase(
    SqlScript script,
    Trace trace,
    Catalog before,
    Catalog after,
    String snapshotBefore,
    String snapshotAfter) {}
