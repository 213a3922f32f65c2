package io.speechtotext.app.learning;

/**
 * A term that may be learned, with what the server makes of its texts.
 *
 * @param term the normalized form of the term
 * @param replacement the normalized form of the replacement
 */
record NormalizedCandidate(Candidate candidate, String term, String replacement) {

  /** By which the terms of all lexicons are told apart. */
  LexiconForm key() {
    return new LexiconForm(candidate.lexicon().value(), term);
  }
}
