package io.speechtotext.app.feedback;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Feedback as it stands in the database.
 *
 * @param id by which it is reviewed
 * @param jobId the job's public id: a UUID, unless the old service made it otherwise
 * @param originalText the text as it was
 * @param correctedText the text as it should be
 * @param type what sort of feedback it is; null when not stated
 * @param status what was decided about it
 * @param lexiconId the lexicon that it is for; null when neither it nor its job named one
 * @param frequency how many times it came in, from 1 upwards
 * @param createdBy who gave it; null when not stated
 * @param editDistance fewest insertions, deletions and replacements of a code point that turn one
 *     text into the other; null when the texts are too different to count
 * @param accuracyScore how right the original was, from 0 to 1; null where {@code editDistance} is
 * @param diff what changed, word by word, as a JSON object; null when the texts are too different
 * @param extractedTerms what a lexicon might learn from it, as a JSON array; null when not
 *     extracted
 * @param reviewer who decided; null while nobody did, and when an older release did not say
 * @param reviewNotes the reviewer's words; null for none
 * @param confidence how sure the reviewer was, from 0 to 1; null when not stated
 * @param reviewTime how long the review took, in whole seconds; null when not measured
 * @param reviewedAt when it was decided; null while it is not, and when an older release did
 * @param processedAt when it was put to use; null while it is not
 * @param metadata further facts, as JSON; null for none
 * @param createdAt when it first came in
 * @param updatedAt when it last changed
 */
public record Feedback(
    int id,
    String jobId,
    String originalText,
    String correctedText,
    @Nullable FeedbackType type,
    FeedbackStatus status,
    @Nullable String lexiconId,
    int frequency,
    @Nullable String createdBy,
    @Nullable Integer editDistance,
    @Nullable Double accuracyScore,
    @Nullable String diff,
    @Nullable String extractedTerms,
    @Nullable String reviewer,
    @Nullable String reviewNotes,
    @Nullable Double confidence,
    @Nullable Duration reviewTime,
    @Nullable Instant reviewedAt,
    @Nullable Instant processedAt,
    @Nullable String metadata,
    Instant createdAt,
    Instant updatedAt) {

  /** Where it stands in a list, whatever the list's order. */
  FeedbackPosition position() {
    return new FeedbackPosition(createdAt, accuracyScore, editDistance, id);
  }
}
