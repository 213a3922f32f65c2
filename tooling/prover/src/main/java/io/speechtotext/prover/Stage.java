package io.speechtotext.prover;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.throwaway.ThrowawayDatabase;

/**
 * Where a proof stands between two versions.
 *
 * @param database at the former version, with rows; nobody is connected to it
 * @param catalog what it holds
 * @param snapshot the canonical text of that
 */
record Stage(ThrowawayDatabase database, Catalog catalog, String snapshot)
    implements AutoCloseable {

  @Override
  public void close() {
    database.close();
  }
}
