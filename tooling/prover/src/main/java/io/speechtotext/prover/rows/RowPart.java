package io.speechtotext.prover.rows;

import java.util.Random;

/** Decides one or more columns of a row, and leaves alone those that are decided. */
interface RowPart {

  /**
   * Decides.
   *
   * @param ordinal the row's number in its table, from 0
   * @return false when there is nothing that the row could hold here
   */
  boolean decide(Row row, Random random, long ordinal);

  /** Why it can decide nothing, for people; empty when it can. */
  String obstacle();
}
