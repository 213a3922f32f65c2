package io.speechtotext.app.feedback;

import static io.speechtotext.jooq.Tables.FEEDBACK;

import io.speechtotext.app.database.Parameters;
import io.speechtotext.app.database.Prepared;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A decision about feedback.
 *
 * @param feedbackId what it is about
 * @param review what was decided
 */
record Reviewing(int feedbackId, Review review) {

  /** Returns no row when there is no such feedback, or it is not pending any more. */
  static final Prepared<Reviewing, Optional<Feedback>> DECIDING =
      Prepared.optional("feedback.review", Reviewing::statement, FeedbackRows::read);

  private static ResultQuery<?> statement(DSLContext dsl, Parameters<Reviewing> given) {
    return dsl.update(FEEDBACK)
        .set(FEEDBACK.STATUS, given.bind(FEEDBACK.STATUS, each -> each.review.decision().value()))
        // The old service named the author where the reviewer stands from now on.
        .set(FEEDBACK.CREATED_BY, DSL.coalesce(FEEDBACK.CREATED_BY, FEEDBACK.REVIEWER))
        .set(FEEDBACK.REVIEWER, given.bind(FEEDBACK.REVIEWER, each -> each.review.reviewer()))
        .set(
            FEEDBACK.REVIEW_NOTES,
            orAsBefore(FEEDBACK.REVIEW_NOTES, given, each -> each.review.notes()))
        .set(
            FEEDBACK.CONFIDENCE,
            orAsBefore(FEEDBACK.CONFIDENCE, given, each -> each.review.confidence()))
        .set(
            FEEDBACK.REVIEW_TIME_SECONDS,
            orAsBefore(FEEDBACK.REVIEW_TIME_SECONDS, given, Reviewing::seconds))
        .set(FEEDBACK.REVIEWED_AT, DSL.currentInstant())
        .where(FEEDBACK.ID.eq(given.bind(FEEDBACK.ID, Reviewing::feedbackId)))
        .and(FEEDBACK.STATUS.eq(DSL.inline(FeedbackStatus.PENDING.value())))
        .returningResult(FeedbackRows.SELECTED);
  }

  private static <T> Field<T> orAsBefore(
      Field<T> column, Parameters<Reviewing> given, Function<Reviewing, @Nullable T> value) {
    return DSL.coalesce(given.bind(column, value), column);
  }

  private @Nullable Integer seconds() {
    Duration duration = review.duration();
    return duration == null ? null : Math.toIntExact(duration.toSeconds());
  }

  /** Who decided about it and when, as far as that is known; it goes on from what was decided. */
  static String credit(Feedback decided) {
    String reviewer = decided.reviewer() == null ? "" : " by " + decided.reviewer();
    return decided.reviewedAt() == null ? reviewer : reviewer + " since " + decided.reviewedAt();
  }
}
