package io.speechtotext.app.feedback;

import static io.speechtotext.jooq.Tables.FEEDBACK;
import static io.speechtotext.jooq.Tables.JOBS;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The rows that fit a filter. */
final class FeedbackConditions {

  private final List<Condition> conditions = new ArrayList<>();

  private FeedbackConditions() {}

  static Condition of(FeedbackFilter filter) {
    FeedbackConditions all = new FeedbackConditions();
    // Status and isProcessed as constants: partial indexes know no parameters.
    all.add(filter.status(), status -> FEEDBACK.STATUS.eq(DSL.inline(status.value())));
    all.add(filter.lexiconId(), FEEDBACK.LEXICON_ID::eq);
    all.add(filter.from(), FEEDBACK.CREATED_AT::ge);
    all.add(filter.to(), FEEDBACK.CREATED_AT::le);
    all.add(filter.type(), type -> FEEDBACK.FEEDBACK_TYPE.eq(type.value()));
    all.add(filter.reviewer(), FeedbackConditions::isReviewedBy);
    all.add(filter.createdBy(), FeedbackConditions::isCreatedBy);
    all.add(filter.minimumAccuracy(), FEEDBACK.ACCURACY_SCORE::ge);
    all.add(filter.maximumAccuracy(), FEEDBACK.ACCURACY_SCORE::le);
    all.add(filter.isProcessed(), processed -> FEEDBACK.IS_PROCESSED.eq(DSL.inline(processed)));
    all.add(filter.jobId(), FeedbackConditions::isAbout);
    return DSL.and(all.conditions);
  }

  private <T> void add(@Nullable T value, Function<T, Condition> condition) {
    if (value != null) {
      conditions.add(condition.apply(value));
    }
  }

  // As FeedbackRows reads them: before a review, reviewer names the author in older rows.
  private static Condition isReviewedBy(String person) {
    return FEEDBACK
        .REVIEWER
        .eq(person)
        .and(FEEDBACK.CREATED_BY.isNotNull().or(FEEDBACK.REVIEWED_AT.isNotNull()));
  }

  private static Condition isCreatedBy(String person) {
    return FEEDBACK
        .CREATED_BY
        .eq(person)
        .or(
            FEEDBACK
                .REVIEWER
                .eq(person)
                .and(FEEDBACK.CREATED_BY.isNull())
                .and(FEEDBACK.REVIEWED_AT.isNull()));
  }

  private static Condition isAbout(UUID jobId) {
    return FEEDBACK.JOB_ID.eq(
        DSL.select(JOBS.ID).from(JOBS).where(JOBS.JOB_ID.eq(jobId.toString())));
  }
}
