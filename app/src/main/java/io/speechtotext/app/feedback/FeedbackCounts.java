package io.speechtotext.app.feedback;

import static io.speechtotext.jooq.Tables.FEEDBACK;

import io.speechtotext.app.feedback.FeedbackStatistics.AccuracyCount;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Counts of feedback: one statement with one row, each count a column of it. */
final class FeedbackCounts {

  private static final double[] BANDS = {0, 0.5, 0.8, 0.95, 1};

  private final Map<Object, Field<Long>> counts = new LinkedHashMap<>();

  FeedbackCounts() {
    add("total", DSL.trueCondition());
    add("without type", FEEDBACK.FEEDBACK_TYPE.isNull());
    add("processed", FEEDBACK.IS_PROCESSED.isTrue());
    add("unprocessed", FEEDBACK.IS_PROCESSED.isFalse());
    add("without accuracy", FEEDBACK.ACCURACY_SCORE.isNull());
    for (FeedbackStatus status : FeedbackStatus.values()) {
      add(status, FEEDBACK.STATUS.eq(DSL.inline(status.value())));
    }
    for (FeedbackType type : FeedbackType.values()) {
      add(type, FEEDBACK.FEEDBACK_TYPE.eq(DSL.inline(type.value())));
    }
    for (int band = 0; band < BANDS.length - 1; band++) {
      add(band, isIn(band));
    }
  }

  private static Condition isIn(int band) {
    Condition isAbove = FEEDBACK.ACCURACY_SCORE.ge(DSL.inline(BANDS[band]));
    Field<Double> end = DSL.inline(BANDS[band + 1]);
    return band == BANDS.length - 2
        ? isAbove.and(FEEDBACK.ACCURACY_SCORE.le(end))
        : isAbove.and(FEEDBACK.ACCURACY_SCORE.lt(end));
  }

  private void add(Object key, Condition condition) {
    counts.put(
        key, DSL.count().filterWhere(condition).cast(Long.class).as("count_" + counts.size()));
  }

  /** The statement. */
  Select<Record> of(Condition fits) {
    return DSL.select(counts.values()).from(FEEDBACK).where(fits);
  }

  /** What its row says. */
  FeedbackStatistics read(Record row) {
    return new FeedbackStatistics(
        count(row, "total"),
        counts(row, FeedbackStatus.values()),
        counts(row, FeedbackType.values()),
        count(row, "without type"),
        count(row, "processed"),
        count(row, "unprocessed"),
        bands(row),
        count(row, "without accuracy"));
  }

  private List<AccuracyCount> bands(Record row) {
    return IntStream.range(0, BANDS.length - 1)
        .mapToObj(band -> new AccuracyCount(BANDS[band], BANDS[band + 1], count(row, band)))
        .toList();
  }

  private <K> Map<K, Long> counts(Record row, K[] keys) {
    return Arrays.stream(keys)
        .collect(Collectors.toMap(Function.identity(), key -> count(row, key)));
  }

  private long count(Record row, Object key) {
    return row.get(counts.get(key));
  }
}
