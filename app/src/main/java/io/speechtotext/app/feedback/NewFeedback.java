package io.speechtotext.app.feedback;

import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.value.LexiconName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about the text of a completed job.
 *
 * @param jobId the job's public id
 * @param apiKeyId the key of the one who says it, which has to be the job's
 * @param originalText the text as it is; not blank
 * @param correctedText the text as it should be; not blank, and not the same
 * @param type what sort of feedback it is
 * @param lexiconId the lexicon that it is for; null for the one that the job asked for
 * @param createdBy who says it, up to 100 characters; null when not stated
 */
public record NewFeedback(
    UUID jobId,
    int apiKeyId,
    String originalText,
    String correctedText,
    FeedbackType type,
    @Nullable String lexiconId,
    @Nullable String createdBy) {

  /**
   * Checks the values.
   *
   * @throws InvalidValueException when one breaks its rule
   */
  public NewFeedback {
    ValueRules.requireText("feedback.originalText", originalText);
    ValueRules.requireText("feedback.correctedText", correctedText);
    LexiconName.require("feedback.lexiconId", lexiconId);
    if (createdBy != null) {
      ValueRules.requireName("feedback.createdBy", createdBy);
    }
    if (originalText.equals(correctedText)) {
      throw new InvalidValueException(
          "feedback.correctedText", "must differ from the original text");
    }
  }

  /** A correction, for the job's own lexicon, by somebody who is not named. */
  public static NewFeedback correction(
      UUID jobId, int apiKeyId, String originalText, String correctedText) {
    return new NewFeedback(
        jobId, apiKeyId, originalText, correctedText, FeedbackType.CORRECTION, null, null);
  }

  /** The same as feedback of another sort. */
  public NewFeedback as(FeedbackType otherType) {
    return new NewFeedback(
        jobId, apiKeyId, originalText, correctedText, otherType, lexiconId, createdBy);
  }

  /** The same for a lexicon. */
  public NewFeedback forLexicon(String otherLexiconId) {
    return new NewFeedback(
        jobId, apiKeyId, originalText, correctedText, type, otherLexiconId, createdBy);
  }

  /** The same by somebody. */
  public NewFeedback by(String author) {
    return new NewFeedback(jobId, apiKeyId, originalText, correctedText, type, lexiconId, author);
  }
}
