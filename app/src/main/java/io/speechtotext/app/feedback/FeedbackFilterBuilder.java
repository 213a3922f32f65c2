package io.speechtotext.app.feedback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds a {@link FeedbackFilter}; see there for what each value means. Not thread-safe. */
public final class FeedbackFilterBuilder {

  private @Nullable FeedbackStatus status;
  private @Nullable String lexiconId;
  private @Nullable Instant from;
  private @Nullable Instant to;
  private @Nullable FeedbackType type;
  private @Nullable String reviewer;
  private @Nullable String createdBy;
  private @Nullable Double minimumAccuracy;
  private @Nullable Double maximumAccuracy;
  private @Nullable Boolean isProcessed;
  private @Nullable UUID jobId;

  FeedbackFilterBuilder() {}

  /** Feedback of which this was decided. */
  public FeedbackFilterBuilder status(FeedbackStatus wanted) {
    this.status = wanted;
    return this;
  }

  /** Feedback for this lexicon. */
  public FeedbackFilterBuilder lexiconId(String wanted) {
    this.lexiconId = wanted;
    return this;
  }

  /** Feedback that came in then or later. */
  public FeedbackFilterBuilder from(Instant earliest) {
    this.from = earliest;
    return this;
  }

  /** Feedback that came in then or before. */
  public FeedbackFilterBuilder to(Instant latest) {
    this.to = latest;
    return this;
  }

  /** Feedback of this sort. */
  public FeedbackFilterBuilder type(FeedbackType wanted) {
    this.type = wanted;
    return this;
  }

  /** Feedback that this person decided about. */
  public FeedbackFilterBuilder reviewer(String wanted) {
    this.reviewer = wanted;
    return this;
  }

  /** Feedback that this person gave. */
  public FeedbackFilterBuilder createdBy(String wanted) {
    this.createdBy = wanted;
    return this;
  }

  /** Feedback with this accuracy score or a greater one, from 0 to 1. */
  public FeedbackFilterBuilder minimumAccuracy(double least) {
    this.minimumAccuracy = least;
    return this;
  }

  /** Feedback with this accuracy score or a smaller one, from 0 to 1. */
  public FeedbackFilterBuilder maximumAccuracy(double greatest) {
    this.maximumAccuracy = greatest;
    return this;
  }

  /** Feedback that was put to use, or that was not. */
  public FeedbackFilterBuilder isProcessed(boolean wanted) {
    this.isProcessed = wanted;
    return this;
  }

  /** Feedback about the job of this public id. */
  public FeedbackFilterBuilder jobId(UUID wanted) {
    this.jobId = wanted;
    return this;
  }

  /**
   * The filter.
   *
   * @throws io.speechtotext.app.failure.InvalidValueException when a limit is out of its range, or
   *     two leave nothing between them
   */
  public FeedbackFilter build() {
    return new FeedbackFilter(
        status,
        lexiconId,
        from,
        to,
        type,
        reviewer,
        createdBy,
        minimumAccuracy,
        maximumAccuracy,
        isProcessed,
        jobId);
  }
}
