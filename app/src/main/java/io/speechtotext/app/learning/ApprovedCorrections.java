package io.speechtotext.app.learning;

import static io.speechtotext.jooq.Tables.FEEDBACK;

import io.speechtotext.app.feedback.CorrectedTerm;
import io.speechtotext.app.feedback.CorrectedTerms;
import io.speechtotext.app.feedback.FeedbackStatus;
import io.speechtotext.app.feedback.FeedbackType;
import io.speechtotext.app.lexicon.LexiconId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/** The corrections that are approved and not yet processed. */
final class ApprovedCorrections {

  // As the partial index has it, which knows no parameters.
  private static final Condition WAITING =
      FEEDBACK
          .STATUS
          .eq(DSL.inline(FeedbackStatus.APPROVED.value()))
          .and(DSL.condition("NOT {0}", FEEDBACK.IS_PROCESSED))
          // Older releases knew no other feedback, and stated no type.
          .and(
              FEEDBACK
                  .FEEDBACK_TYPE
                  .eq(DSL.inline(FeedbackType.CORRECTION.value()))
                  .or(FEEDBACK.FEEDBACK_TYPE.isNull()));

  private ApprovedCorrections() {}

  /**
   * Locks those that were approved first, and that nobody else has locked, until the transaction
   * ends.
   *
   * @param defaultLexicon that those are for which name none
   */
  static List<Correction> take(DSLContext dsl, int limit, LexiconId defaultLexicon) {
    return waiting(dsl, limit).fetch(row -> read(row, defaultLexicon));
  }

  static ResultQuery<? extends Record> waiting(DSLContext dsl, int limit) {
    return dsl.select(
            FEEDBACK.ID,
            FEEDBACK.LEXICON_ID,
            FEEDBACK.FREQUENCY,
            FEEDBACK.ORIGINAL_TEXT,
            FEEDBACK.CORRECTED_TEXT,
            FEEDBACK.EXTRACTED_TERMS)
        .from(FEEDBACK)
        .where(WAITING)
        .orderBy(FEEDBACK.REVIEWED_AT.asc().nullsFirst(), FEEDBACK.ID)
        .limit(limit)
        .forNoKeyUpdate()
        .skipLocked();
  }

  private static Correction read(Record row, LexiconId defaultLexicon) {
    return new Correction(
        row.get(FEEDBACK.ID),
        Optional.ofNullable(row.get(FEEDBACK.LEXICON_ID)).map(LexiconId::of).orElse(defaultLexicon),
        row.get(FEEDBACK.FREQUENCY),
        terms(row));
  }

  // Older releases extracted none.
  private static List<CorrectedTerm> terms(Record row) {
    return Optional.ofNullable(row.get(FEEDBACK.EXTRACTED_TERMS))
        .map(JSONB::data)
        .map(CorrectedTerms::read)
        .orElseGet(
            () ->
                CorrectedTerms.of(
                    row.get(FEEDBACK.ORIGINAL_TEXT), row.get(FEEDBACK.CORRECTED_TEXT)));
  }
}
