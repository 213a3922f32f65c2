package io.speechtotext.app.learning;

/**
 * A term of a lexicon, as one or several corrections of one batch teach it.
 *
 * @param term the term as the newest of them has it
 * @param replacement what the newest of them would write for it
 * @param frequency how many times they came in, together
 */
record LearnedTerm(LexiconForm key, String term, String replacement, int frequency) {

  static LearnedTerm of(NormalizedCandidate normalized) {
    Candidate candidate = normalized.candidate();
    return new LearnedTerm(
        normalized.key(),
        candidate.term().value(),
        candidate.replacement().value(),
        candidate.frequency());
  }

  /** With what a newer correction teaches. */
  LearnedTerm and(LearnedTerm newer) {
    int sum = (int) Math.min(Integer.MAX_VALUE, (long) frequency + newer.frequency);
    return new LearnedTerm(key, newer.term, newer.replacement, sum);
  }
}
