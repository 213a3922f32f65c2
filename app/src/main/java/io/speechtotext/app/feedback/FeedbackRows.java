package io.speechtotext.app.feedback;

import static io.speechtotext.jooq.Tables.FEEDBACK;
import static io.speechtotext.jooq.Tables.JOBS;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What is read of feedback's rows. */
final class FeedbackRows {

  /** The columns, by which results are asked whatever they are selected from. */
  static final List<Field<?>> COLUMNS =
      List.of(
          FEEDBACK.ID,
          FEEDBACK.ORIGINAL_TEXT,
          FEEDBACK.CORRECTED_TEXT,
          FEEDBACK.FEEDBACK_TYPE,
          FEEDBACK.STATUS,
          FEEDBACK.LEXICON_ID,
          FEEDBACK.FREQUENCY,
          FEEDBACK.CREATED_BY,
          FEEDBACK.EDIT_DISTANCE,
          FEEDBACK.ACCURACY_SCORE,
          FEEDBACK.DIFF_DATA,
          FEEDBACK.EXTRACTED_TERMS,
          FEEDBACK.REVIEWER,
          FEEDBACK.REVIEW_NOTES,
          FEEDBACK.CONFIDENCE,
          FEEDBACK.REVIEW_TIME_SECONDS,
          FEEDBACK.REVIEWED_AT,
          FEEDBACK.PROCESSED_AT,
          FEEDBACK.METADATA,
          FEEDBACK.CREATED_AT,
          FEEDBACK.UPDATED_AT);

  // A subquery, so that the plan is a look-up for each row that is returned, and never a join with
  // all jobs.
  static final Field<String> JOB_ID =
      DSL.field(DSL.select(JOBS.JOB_ID).from(JOBS).where(JOBS.ID.eq(FEEDBACK.JOB_ID)))
          .as("public_job_id");

  private FeedbackRows() {}

  /** For statements on the table itself. */
  static List<SelectField<?>> selected() {
    return java.util.stream.Stream.concat(
            COLUMNS.stream().map(column -> (SelectField<?>) column),
            java.util.stream.Stream.of(JOB_ID))
        .toList();
  }

  /** Makes feedback of a row. */
  static Feedback read(Record row) {
    return new Feedback(
        row.get(FEEDBACK.ID),
        row.get(JOB_ID),
        row.get(FEEDBACK.ORIGINAL_TEXT),
        row.get(FEEDBACK.CORRECTED_TEXT),
        type(row.get(FEEDBACK.FEEDBACK_TYPE)),
        FeedbackStatus.of(row.get(FEEDBACK.STATUS)),
        row.get(FEEDBACK.LEXICON_ID),
        row.get(FEEDBACK.FREQUENCY),
        author(row),
        row.get(FEEDBACK.EDIT_DISTANCE),
        row.get(FEEDBACK.ACCURACY_SCORE),
        json(row.get(FEEDBACK.DIFF_DATA)),
        json(row.get(FEEDBACK.EXTRACTED_TERMS)),
        isAuthorInReviewer(row) ? null : row.get(FEEDBACK.REVIEWER),
        row.get(FEEDBACK.REVIEW_NOTES),
        row.get(FEEDBACK.CONFIDENCE),
        duration(row.get(FEEDBACK.REVIEW_TIME_SECONDS)),
        row.get(FEEDBACK.REVIEWED_AT),
        row.get(FEEDBACK.PROCESSED_AT),
        json(row.get(FEEDBACK.METADATA)),
        row.get(FEEDBACK.CREATED_AT),
        row.get(FEEDBACK.UPDATED_AT));
  }

  private static @Nullable String author(Record row) {
    return isAuthorInReviewer(row) ? row.get(FEEDBACK.REVIEWER) : row.get(FEEDBACK.CREATED_BY);
  }

  // The old service named the author there.
  private static boolean isAuthorInReviewer(Record row) {
    return row.get(FEEDBACK.CREATED_BY) == null && row.get(FEEDBACK.REVIEWED_AT) == null;
  }

  private static @Nullable FeedbackType type(@Nullable String value) {
    return Optional.ofNullable(value).map(FeedbackType::of).orElse(null);
  }

  private static @Nullable String json(@Nullable JSONB value) {
    return Optional.ofNullable(value).map(JSONB::data).orElse(null);
  }

  private static @Nullable Duration duration(@Nullable Integer seconds) {
    return Optional.ofNullable(seconds).map(Duration::ofSeconds).orElse(null);
  }
}
