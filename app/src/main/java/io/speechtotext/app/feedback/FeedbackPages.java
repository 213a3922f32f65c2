package io.speechtotext.app.feedback;

import static io.speechtotext.jooq.Tables.FEEDBACK;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectUnionStep;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a list that is ordered by a column and then by id, both the same way. Rows without a
 * value in that column are a list of their own behind the others, so that the one index on column
 * and id has the order of both, in both directions.
 *
 * @param key the column
 * @param value what a position holds of it
 * @param isDescending whether the greatest comes first
 * @param <T> the column's type
 */
record FeedbackPages<T>(
    Field<T> key, Function<FeedbackPosition, @Nullable T> value, boolean isDescending) {

  static FeedbackPages<?> of(FeedbackOrder order) {
    boolean isDescending = order.isDescending();
    return switch (order.key()) {
      case CREATED_AT ->
          new FeedbackPages<>(FEEDBACK.CREATED_AT, FeedbackPosition::createdAt, isDescending);
      case ACCURACY_SCORE ->
          new FeedbackPages<>(
              FEEDBACK.ACCURACY_SCORE, FeedbackPosition::accuracyScore, isDescending);
      case EDIT_DISTANCE ->
          new FeedbackPages<>(FEEDBACK.EDIT_DISTANCE, FeedbackPosition::editDistance, isDescending);
    };
  }

  /** The rows that fit, behind a position. */
  Select<Record> page(Condition fits, Optional<FeedbackPosition> after, int limit) {
    if (!key.getDataType().nullable()) {
      return page(fits.and(behind(after)), limit);
    }
    Select<Record> without = page(fits.and(withoutValueBehind(after)), limit);
    if (after.isPresent() && value.apply(after.get()) == null) {
      return without;
    }
    return page(fits.and(key.isNotNull()).and(behind(after)), limit)
        .unionAll(without)
        .orderBy(
            ordered(DSL.field(key.getUnqualifiedName())).nullsLast(),
            ordered(DSL.field(FEEDBACK.ID.getUnqualifiedName())))
        .limit(limit);
  }

  private SelectUnionStep<Record> page(Condition condition, int limit) {
    return DSL.select(FeedbackRows.SELECTED)
        .from(FEEDBACK)
        .where(condition)
        .orderBy(List.<OrderField<?>>of(ordered(key), ordered(FEEDBACK.ID)))
        .limit(limit);
  }

  // As one comparison of rows, which the index serves.
  private Condition behind(Optional<FeedbackPosition> position) {
    return position
        .map(
            at ->
                isDescending
                    ? DSL.row(key, FEEDBACK.ID).lessThan(value.apply(at), at.id())
                    : DSL.row(key, FEEDBACK.ID).greaterThan(value.apply(at), at.id()))
        .orElseGet(DSL::noCondition);
  }

  private Condition withoutValueBehind(Optional<FeedbackPosition> position) {
    return key.isNull()
        .and(
            position
                .filter(at -> value.apply(at) == null)
                .map(at -> isDescending ? FEEDBACK.ID.lt(at.id()) : FEEDBACK.ID.gt(at.id()))
                .orElseGet(DSL::noCondition));
  }

  private <F> SortField<F> ordered(Field<F> field) {
    return isDescending ? field.desc() : field.asc();
  }
}
