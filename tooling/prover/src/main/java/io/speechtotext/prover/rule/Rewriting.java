package io.speechtotext.prover.rule;

/** Tells a table that was rewritten from one that was emptied: both are in another file then. */
final class Rewriting {

  private Rewriting() {}

  static boolean isOfRows(Change change) {
    return change
        .withPartitions()
        .filter(each -> each.before().fileNode() != each.after().fileNode())
        .anyMatch(each -> !each.statement().empties(each.after().oid()));
  }
}
