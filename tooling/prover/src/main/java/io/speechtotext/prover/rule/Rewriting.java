package io.speechtotext.prover.rule;

import java.util.Locale;

/** Tells a table that was rewritten from one that was emptied: both are in another file then. */
final class Rewriting {

  private Rewriting() {}

  static boolean isOfRows(Change change) {
    boolean empties =
        change.statement().sql().toLowerCase(Locale.ROOT).contains("truncate")
            && !change.readsTable();
    return change.rewritesTable() && !empties;
  }
}
