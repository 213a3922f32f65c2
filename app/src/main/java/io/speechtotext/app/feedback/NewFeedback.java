package io.speechtotext.app.feedback;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a job's text; it begins as pending.
 *
 * @param jobId the internal id of the job
 * @param originalText the text as it was
 * @param correctedText the text as it should be
 * @param feedbackType correction, validation or quality_issue; null when not said
 * @param lexiconId the lexicon that it is meant for, up to 100 characters; null for none
 * @param confidence how sure its author is, from 0 to 1; null when not said
 * @param notes in the author's words; null for none
 * @param createdBy who says it, up to 100 characters; null when not known
 */
public record NewFeedback(
    int jobId,
    String originalText,
    String correctedText,
    @Nullable String feedbackType,
    @Nullable String lexiconId,
    @Nullable Double confidence,
    @Nullable String notes,
    @Nullable String createdBy) {

  /** A correction of which nothing but the texts is known. */
  public static NewFeedback correction(int jobId, String originalText, String correctedText) {
    return new NewFeedback(
        jobId, originalText, correctedText, "correction", null, null, null, null);
  }
}
