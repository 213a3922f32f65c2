package io.speechtotext.app.feedback;

import static io.speechtotext.app.feedback.Submitted.JOB;
import static io.speechtotext.app.feedback.Submitted.PUT;
import static io.speechtotext.app.feedback.Submitted.in;
import static io.speechtotext.jooq.Tables.FEEDBACK;
import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Parameters;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.jooq.Routines;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Feedback that is submitted, with what follows from its texts.
 *
 * @param feedback as it came in
 * @param analysis of its two texts
 */
record Submission(NewFeedback feedback, CorrectionAnalysis analysis) {

  private static final String COMPLETED = "completed";

  private static final Field<String> ORIGINAL = DSL.field(DSL.name("original"), String.class);
  private static final Field<String> CORRECTED = DSL.field(DSL.name("corrected"), String.class);

  /**
   * One statement that finds the job of its owner and puts the feedback beside it, or counts it up
   * where it is already. It returns no row when there is no such job, and none but the job's status
   * when that is not completed.
   */
  static final Prepared<Submission, Optional<Submitted>> PUTTING =
      Prepared.optional("feedback.submit", Submission::statement, Submitted::read);

  static Submission of(NewFeedback feedback) {
    return new Submission(
        feedback, CorrectionAnalysis.of(feedback.originalText(), feedback.correctedText()));
  }

  private static ResultQuery<?> statement(DSLContext dsl, Parameters<Submission> given) {
    CommonTableExpression<?> job = JOB.as(job(given));
    CommonTableExpression<?> put = PUT.as(put(dsl, job, given));
    return dsl.with(job)
        .with(put)
        .select(Submitted.columns())
        .from(job)
        .leftJoin(put)
        .on(DSL.trueCondition());
  }

  private static ResultQuery<?> job(Parameters<Submission> given) {
    return DSL.select(JOBS.ID, JOBS.JOB_ID, JOBS.STATUS, JOBS.LEXICON_ID)
        .from(JOBS)
        .where(JOBS.JOB_ID.eq(given.bind(JOBS.JOB_ID, each -> each.feedback.jobId().toString())))
        .and(JOBS.API_KEY_ID.eq(given.bind(JOBS.API_KEY_ID, each -> each.feedback.apiKeyId())));
  }

  private static ResultQuery<?> put(DSLContext dsl, Table<?> job, Parameters<Submission> given) {
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
                    in(JOB, JOBS.ID),
                    ORIGINAL,
                    CORRECTED,
                    Routines.correctionDigest(ORIGINAL, CORRECTED),
                    given.bind(FEEDBACK.FEEDBACK_TYPE, each -> each.feedback.type().value()),
                    DSL.coalesce(
                        given.bind(FEEDBACK.LEXICON_ID, each -> each.feedback.lexiconId()),
                        in(JOB, JOBS.LEXICON_ID)),
                    given.bind(FEEDBACK.CREATED_BY, each -> each.feedback.createdBy()),
                    given.bind(FEEDBACK.EDIT_DISTANCE, each -> each.analysis.editDistance()),
                    given.bind(FEEDBACK.ACCURACY_SCORE, each -> each.analysis.accuracyScore()),
                    given.bind(FEEDBACK.DIFF_DATA, each -> json(each.analysis.diff())),
                    given.bind(FEEDBACK.EXTRACTED_TERMS, each -> json(each.analysis.terms())))
                .from(job)
                .crossJoin(texts(given))
                .where(in(JOB, JOBS.STATUS).eq(DSL.inline(COMPLETED))))
        .onConflict(FEEDBACK.JOB_ID, FEEDBACK.CORRECTION_DIGEST)
        .where(FEEDBACK.CORRECTION_DIGEST.isNotNull())
        .doUpdate()
        .set(FEEDBACK.FREQUENCY, oneMore())
        .returning(FeedbackRows.COLUMNS);
  }

  // Up to what the column holds.
  private static Field<Integer> oneMore() {
    return DSL.when(
            FEEDBACK.FREQUENCY.lt(DSL.inline(Integer.MAX_VALUE)),
            FEEDBACK.FREQUENCY.plus(DSL.inline(1)))
        .otherwise(FEEDBACK.FREQUENCY);
  }

  // Each is sent once, and used twice.
  private static Table<?> texts(Parameters<Submission> given) {
    return DSL.select(
            given.bind(FEEDBACK.ORIGINAL_TEXT, each -> each.feedback.originalText()).as(ORIGINAL),
            given
                .bind(FEEDBACK.CORRECTED_TEXT, each -> each.feedback.correctedText())
                .as(CORRECTED))
        .asTable("texts");
  }

  private static @Nullable JSONB json(@Nullable String text) {
    return JSONB.jsonbOrNull(text);
  }
}
