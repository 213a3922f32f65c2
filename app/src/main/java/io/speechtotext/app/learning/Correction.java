package io.speechtotext.app.learning;

import io.speechtotext.app.feedback.CorrectedTerm;
import io.speechtotext.app.lexicon.LexiconId;
import java.util.List;

/**
 * A correction that was approved, and that is locked until the transaction ends.
 *
 * @param feedbackId its row
 * @param lexicon the lexicon that it is for
 * @param frequency how many times it came in
 * @param terms what it would teach
 */
record Correction(int feedbackId, LexiconId lexicon, int frequency, List<CorrectedTerm> terms) {}
