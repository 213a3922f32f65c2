package io.speechtotext.app.feedback;

import io.speechtotext.app.failure.InvalidValueException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which feedback is meant: that which fits all that is stated. Made with {@link #builder()}.
 *
 * @param status what was decided; null for whatever it was
 * @param lexiconId the lexicon that it is for; null for any
 * @param from when it came in at the earliest, that instant included; null for no limit
 * @param to when it came in at the latest, that instant included; null for no limit
 * @param type what sort it is; null for any
 * @param reviewer who decided; null for anybody
 * @param createdBy who gave it; null for anybody
 * @param minimumAccuracy the least accuracy score, included; null for no limit. Rows without a
 *     score have none that fits
 * @param maximumAccuracy the greatest accuracy score, included; null for no limit
 * @param isProcessed whether it was put to use; null for either
 * @param jobId the public id of the job that it is about; null for any
 */
public record FeedbackFilter(
    @Nullable FeedbackStatus status,
    @Nullable String lexiconId,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable FeedbackType type,
    @Nullable String reviewer,
    @Nullable String createdBy,
    @Nullable Double minimumAccuracy,
    @Nullable Double maximumAccuracy,
    @Nullable Boolean isProcessed,
    @Nullable UUID jobId) {

  /** All feedback. */
  public static final FeedbackFilter ALL = builder().build();

  /**
   * Checks the limits.
   *
   * @throws InvalidValueException when one is out of its range, or two leave nothing between them
   */
  public FeedbackFilter {
    ValueRules.requireShare("filter.minimumAccuracy", minimumAccuracy);
    ValueRules.requireShare("filter.maximumAccuracy", maximumAccuracy);
    if (from != null && to != null && from.isAfter(to)) {
      throw new InvalidValueException("filter.from", "must not be later than filter.to");
    }
    if (minimumAccuracy != null && maximumAccuracy != null && minimumAccuracy > maximumAccuracy) {
      throw new InvalidValueException(
          "filter.minimumAccuracy", "must not be greater than filter.maximumAccuracy");
    }
  }

  /** Begins with all feedback. */
  public static FeedbackFilterBuilder builder() {
    return new FeedbackFilterBuilder();
  }
}
