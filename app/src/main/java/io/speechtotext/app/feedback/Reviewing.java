package io.speechtotext.app.feedback;

import static io.speechtotext.jooq.Tables.FEEDBACK;

import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** How feedback is reviewed. */
final class Reviewing {

  private Reviewing() {}

  /** Returns no row when there is no such feedback, or it is not pending any more. */
  static ResultQuery<? extends Record> statement(DSLContext dsl, int id, Review review) {
    return dsl.update(FEEDBACK)
        .set(FEEDBACK.STATUS, review.decision().value())
        // The old service named the author where the reviewer stands from now on.
        .set(FEEDBACK.CREATED_BY, DSL.coalesce(FEEDBACK.CREATED_BY, FEEDBACK.REVIEWER))
        .set(FEEDBACK.REVIEWER, review.reviewer())
        .set(FEEDBACK.REVIEW_NOTES, orAsBefore(review.notes(), FEEDBACK.REVIEW_NOTES))
        .set(FEEDBACK.CONFIDENCE, orAsBefore(review.confidence(), FEEDBACK.CONFIDENCE))
        .set(
            FEEDBACK.REVIEW_TIME_SECONDS,
            orAsBefore(seconds(review.duration()), FEEDBACK.REVIEW_TIME_SECONDS))
        .set(FEEDBACK.REVIEWED_AT, DSL.currentInstant())
        .where(FEEDBACK.ID.eq(id))
        .and(FEEDBACK.STATUS.eq(DSL.inline(FeedbackStatus.PENDING.value())))
        .returningResult(FeedbackRows.selected());
  }

  private static <T> Field<T> orAsBefore(@Nullable T value, Field<T> column) {
    return DSL.coalesce(DSL.val(value, column), column);
  }

  private static @Nullable Integer seconds(@Nullable Duration duration) {
    return duration == null ? null : Math.toIntExact(duration.toSeconds());
  }

  /** Who decided about it and when, as far as that is known; it goes on from what was decided. */
  static String credit(Feedback decided) {
    String reviewer = decided.reviewer() == null ? "" : " by " + decided.reviewer();
    return decided.reviewedAt() == null ? reviewer : reviewer + " since " + decided.reviewedAt();
  }
}
