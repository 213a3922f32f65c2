package io.speechtotext.app.feedback;

import io.speechtotext.app.failure.InvalidValueException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decides about feedback.
 *
 * @param decision approved or rejected
 * @param reviewer who decides, up to 100 characters
 * @param notes in the reviewer's words; null for none
 * @param confidence how sure the reviewer is, from 0 to 1; null when not stated
 * @param duration how long it took, kept in whole seconds; null when not measured
 */
public record Review(
    FeedbackStatus decision,
    String reviewer,
    @Nullable String notes,
    @Nullable Double confidence,
    @Nullable Duration duration) {

  /**
   * Checks the values.
   *
   * @throws InvalidValueException when one breaks its rule
   */
  public Review {
    if (decision == FeedbackStatus.PENDING) {
      throw new InvalidValueException("review.decision", "is approved or rejected, not pending");
    }
    ValueRules.requireName("review.reviewer", reviewer);
    if (notes != null) {
      ValueRules.requireStorable("review.notes", notes);
    }
    ValueRules.requireShare("review.confidence", confidence);
    if (duration != null && (duration.isNegative() || duration.toSeconds() > Integer.MAX_VALUE)) {
      throw new InvalidValueException(
          "review.duration", "is from 0 to %d seconds".formatted(Integer.MAX_VALUE));
    }
  }

  /** It is right. */
  public static Review approval(String reviewer) {
    return new Review(FeedbackStatus.APPROVED, reviewer, null, null, null);
  }

  /** It is not right. */
  public static Review rejection(String reviewer) {
    return new Review(FeedbackStatus.REJECTED, reviewer, null, null, null);
  }

  /** The same with a remark. */
  public Review withNotes(String text) {
    return new Review(decision, reviewer, text, confidence, duration);
  }

  /** The same with how sure the reviewer is, from 0 to 1. */
  public Review withConfidence(double share) {
    return new Review(decision, reviewer, notes, share, duration);
  }

  /** The same with how long it took. */
  public Review withDuration(Duration time) {
    return new Review(decision, reviewer, notes, confidence, time);
  }

  /** Whether it is this reviewer who decided so. */
  boolean isWhatDecided(Feedback feedback) {
    return feedback.status() == decision && reviewer.equals(feedback.reviewer());
  }
}
