package io.speechtotext.app.feedback;

import static io.speechtotext.jooq.Tables.FEEDBACK;
import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.jooq.Routines;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One statement that finds the job of its owner and puts the feedback beside it, or counts it up
 * where it is already. It returns no row when there is no such job, and none but the job's status
 * when that is not completed.
 */
final class Submission {

  static final Field<String> JOB_STATUS = DSL.field(DSL.name("job_status"), String.class);

  private static final String COMPLETED = "completed";
  private static final Name JOB = DSL.name("job");
  private static final Name PUT = DSL.name("put");
  private static final Field<String> ORIGINAL = DSL.field(DSL.name("original"), String.class);
  private static final Field<String> CORRECTED = DSL.field(DSL.name("corrected"), String.class);

  private final NewFeedback feedback;
  private final CorrectionAnalysis analysis;

  Submission(NewFeedback feedback) {
    this.feedback = feedback;
    this.analysis = CorrectionAnalysis.of(feedback.originalText(), feedback.correctedText());
  }

  ResultQuery<Record> statement(DSLContext dsl) {
    CommonTableExpression<?> job = JOB.as(job());
    CommonTableExpression<?> put = PUT.as(put(dsl, job));
    List<SelectField<?>> columns =
        Stream.<SelectField<?>>concat(
                Stream.of(of(JOB, JOB_STATUS), of(JOB, JOBS.JOB_ID).as(FeedbackRows.JOB_ID)),
                FeedbackRows.COLUMNS.stream().map(column -> of(PUT, column)))
            .toList();
    return dsl.with(job).with(put).select(columns).from(job).leftJoin(put).on(DSL.trueCondition());
  }

  private static <T> Field<T> of(Name table, Field<T> column) {
    return DSL.field(DSL.name(table, column.getUnqualifiedName()), column.getDataType());
  }

  private ResultQuery<?> job() {
    return DSL.select(JOBS.ID, JOBS.JOB_ID, JOBS.STATUS.as(JOB_STATUS), JOBS.LEXICON_ID)
        .from(JOBS)
        .where(JOBS.JOB_ID.eq(feedback.jobId().toString()))
        .and(JOBS.API_KEY_ID.eq(feedback.apiKeyId()));
  }

  private ResultQuery<?> put(DSLContext dsl, Table<?> job) {
    return dsl.insertInto(
            FEEDBACK,
            FEEDBACK.JOB_ID,
            FEEDBACK.ORIGINAL_TEXT,
            FEEDBACK.CORRECTED_TEXT,
            FEEDBACK.CORRECTION_DIGEST,
            FEEDBACK.FEEDBACK_TYPE,
            FEEDBACK.LEXICON_ID,
            FEEDBACK.CREATED_BY,
            FEEDBACK.EDIT_DISTANCE,
            FEEDBACK.ACCURACY_SCORE,
            FEEDBACK.DIFF_DATA,
            FEEDBACK.EXTRACTED_TERMS)
        .select(
            DSL.select(
                    of(JOB, JOBS.ID),
                    ORIGINAL,
                    CORRECTED,
                    Routines.correctionDigest(ORIGINAL, CORRECTED),
                    DSL.val(feedback.type().value()),
                    DSL.coalesce(
                        DSL.val(feedback.lexiconId(), FEEDBACK.LEXICON_ID),
                        of(JOB, JOBS.LEXICON_ID)),
                    DSL.val(feedback.createdBy(), FEEDBACK.CREATED_BY),
                    DSL.val(analysis.editDistance(), FEEDBACK.EDIT_DISTANCE),
                    DSL.val(analysis.accuracyScore(), FEEDBACK.ACCURACY_SCORE),
                    DSL.val(json(analysis.diff()), FEEDBACK.DIFF_DATA),
                    DSL.val(json(analysis.terms()), FEEDBACK.EXTRACTED_TERMS))
                .from(job)
                .crossJoin(texts())
                .where(of(JOB, JOB_STATUS).eq(DSL.inline(COMPLETED))))
        .onConflict(FEEDBACK.JOB_ID, FEEDBACK.CORRECTION_DIGEST)
        .where(FEEDBACK.CORRECTION_DIGEST.isNotNull())
        .doUpdate()
        .set(FEEDBACK.FREQUENCY, FEEDBACK.FREQUENCY.plus(DSL.inline(1)))
        .returning(FeedbackRows.COLUMNS);
  }

  // Each is sent once, and used twice.
  private Table<?> texts() {
    return DSL.select(
            DSL.val(feedback.originalText(), FEEDBACK.ORIGINAL_TEXT).as(ORIGINAL),
            DSL.val(feedback.correctedText(), FEEDBACK.CORRECTED_TEXT).as(CORRECTED))
        .asTable("texts");
  }

  private static @Nullable JSONB json(@Nullable String text) {
    return Optional.ofNullable(text).map(JSONB::valueOf).orElse(null);
  }
}
