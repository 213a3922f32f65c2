package io.speechtotext.prover.rule;

/** Tells a table that was rewritten from one that was emptied: both are in another file then. */
final class Rewriting {

  private Rewriting() {}

  static boolean isOfRows(Change change) {
    return change.withPartitions().anyMatch(Rewriting::isOfOwnRows);
  }

  private static boolean isOfOwnRows(Change change) {
    return change.before().fileNode() != change.after().fileNode()
        && !Truncates.empties(change.statement(), change.after().oid());
  }
}
