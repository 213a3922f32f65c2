package io.speechtotext.app.learning;

import io.speechtotext.app.feedback.CorrectedTerm;
import java.util.List;

/**
 * A correction that was approved, and that is locked until the transaction ends.
 *
 * @param feedbackId its row
 * @param lexiconId the lexicon that it is for
 * @param frequency how many times it came in
 * @param terms what it would teach
 */
record Correction(int feedbackId, String lexiconId, int frequency, List<CorrectedTerm> terms) {}
