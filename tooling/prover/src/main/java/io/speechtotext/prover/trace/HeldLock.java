package io.speechtotext.prover.trace;

import io.speechtotext.prover.catalog.Index;
import io.speechtotext.prover.catalog.Table;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A lock from when it was asked for until it was given back.
 *
 * @param statement that took it
 * @param table the locked one, or the locked index's, as the statement met it
 * @param index null when the table itself was locked
 * @param from when the statement began, counted from the script's begin
 * @param to when the transaction ended; outside of one, when the statement did
 * @param readInFull whether the table was read in full meanwhile
 * @param rewritten whether what was locked was written anew meanwhile
 */
public record HeldLock(
    TracedStatement statement,
    Table table,
    @Nullable Index index,
    LockMode mode,
    Duration from,
    Duration to,
    boolean readInFull,
    boolean rewritten) {

  /** What a service's statements waited for. */
  public LockMode.Blocks blocks() {
    return mode.blocks();
  }

  /** How long others had to wait at worst. */
  public Duration time() {
    return to.minus(from);
  }
}
