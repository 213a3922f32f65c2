package io.speechtotext.app.learning;

import java.util.List;

/**
 * What became of some approved corrections.
 *
 * @param corrections how many were taken; 0 when there are none left that nobody else has taken
 * @param terms how many terms they became, new or known before
 * @param refused what became no term
 */
public record LearnedBatch(int corrections, int terms, List<RefusedTerm> refused) {

  static final LearnedBatch EMPTY = new LearnedBatch(0, 0, List.of());

  /** Copies the list. */
  public LearnedBatch {
    refused = List.copyOf(refused);
  }
}
