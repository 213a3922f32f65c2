package io.speechtotext.prover.rule;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.source.ProvableMigration;
import io.speechtotext.prover.trace.Trace;

/**
 * What the rules judge a migration by.
 *
 * @param migration its files
 * @param before what was there when it began, rows included
 * @param after what was there when it ended
 * @param trace what it did in between
 */
public record Evidence(ProvableMigration migration, Catalog before, Catalog after, Trace trace) {

  /** Whether a table was there when the migration began: only such ones can hurt somebody. */
  public boolean existedBefore(long tableOid) {
    return before.table(tableOid).isPresent();
  }
}
