package io.speechtotext.app.feedback;

import static io.speechtotext.jooq.Tables.FEEDBACK;
import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Row;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

  /** For statements on the table itself. */
  static final List<SelectField<?>> SELECTED =
      Stream.<SelectField<?>>concat(COLUMNS.stream(), Stream.of(JOB_ID)).toList();

  private FeedbackRows() {}

  /** What a statement's result holds in a column, whatever the result is. */
  @FunctionalInterface
  interface Values {

    <T> @Nullable T in(Field<T> column);
  }

  static Feedback read(Record row) {
    return read(row::get);
  }

  static Feedback read(Row row) {
    return read(row::find);
  }

  static Feedback read(Values values) {
    return new Feedback(
        required(values, FEEDBACK.ID),
        required(values, JOB_ID),
        required(values, FEEDBACK.ORIGINAL_TEXT),
        required(values, FEEDBACK.CORRECTED_TEXT),
        type(values.in(FEEDBACK.FEEDBACK_TYPE)),
        FeedbackStatus.of(required(values, FEEDBACK.STATUS)),
        values.in(FEEDBACK.LEXICON_ID),
        required(values, FEEDBACK.FREQUENCY),
        author(values),
        values.in(FEEDBACK.EDIT_DISTANCE),
        values.in(FEEDBACK.ACCURACY_SCORE),
        json(values.in(FEEDBACK.DIFF_DATA)),
        json(values.in(FEEDBACK.EXTRACTED_TERMS)),
        isAuthorInReviewer(values) ? null : values.in(FEEDBACK.REVIEWER),
        values.in(FEEDBACK.REVIEW_NOTES),
        values.in(FEEDBACK.CONFIDENCE),
        duration(values.in(FEEDBACK.REVIEW_TIME_SECONDS)),
        values.in(FEEDBACK.REVIEWED_AT),
        values.in(FEEDBACK.PROCESSED_AT),
        json(values.in(FEEDBACK.METADATA)),
        required(values, FEEDBACK.CREATED_AT),
        required(values, FEEDBACK.UPDATED_AT));
  }

  private static <T> T required(Values values, Field<T> column) {
    return Objects.requireNonNull(values.in(column), column::getName);
  }

  private static @Nullable String author(Values values) {
    return isAuthorInReviewer(values)
        ? values.in(FEEDBACK.REVIEWER)
        : values.in(FEEDBACK.CREATED_BY);
  }

  // The old service named the author there.
  private static boolean isAuthorInReviewer(Values values) {
    return values.in(FEEDBACK.CREATED_BY) == null && values.in(FEEDBACK.REVIEWED_AT) == null;
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
