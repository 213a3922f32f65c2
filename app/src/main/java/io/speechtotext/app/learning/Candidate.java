package io.speechtotext.app.learning;

import io.speechtotext.app.feedback.CorrectedTerm;
import io.speechtotext.app.lexicon.LexiconId;
import io.speechtotext.app.lexicon.TermText;

/**
 * A term that may be learned, as far as its text goes.
 *
 * @param feedbackId whose correction it comes from
 * @param frequency how many times that came in
 * @param source as the correction has it
 */
record Candidate(
    int feedbackId,
    int frequency,
    CorrectedTerm source,
    LexiconId lexicon,
    TermText term,
    TermText replacement) {

  RefusedTerm refused(Refusal reason) {
    return new RefusedTerm(feedbackId, source, reason);
  }
}
