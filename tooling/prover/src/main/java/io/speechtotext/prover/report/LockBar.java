package io.speechtotext.prover.report;

import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.Table;
import io.speechtotext.prover.trace.LockMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A lock on something that was there before the migration, as a bar on its time axis.
 *
 * @param table the table, or that of the index
 * @param index null when the table itself is locked
 * @param statement the place of the statement that took it, from 0
 * @param begin counted from the script's first statement
 * @param held how long, on the generated rows
 * @param readInFull whether the table was read in full meanwhile
 * @param rewritten whether the table, or the index, was written anew meanwhile
 */
record LockBar(
    Table table,
    @Nullable Index index,
    LockMode mode,
    int statement,
    Duration begin,
    Duration held,
    boolean readInFull,
    boolean rewritten) {}
