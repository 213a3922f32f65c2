package io.speechtotext.app.learning;

import io.speechtotext.app.feedback.CorrectedTerm;
import org.jspecify.annotations.Nullable;

/**
 * A part of a correction that became no term.
 *
 * @param feedbackId whose correction it is
 * @param term the part; null when it is all of it
 * @param reason why
 */
public record RefusedTerm(int feedbackId, @Nullable CorrectedTerm term, Refusal reason) {}
