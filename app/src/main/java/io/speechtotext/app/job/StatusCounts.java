package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOB_STATUS_CHANGES;
import static org.jooq.impl.DSL.sum;

import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Statements;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** How many jobs there are, from the notes that the database keeps of it. */
final class StatusCounts {

  // What was there when counting began is told apart by its ids, and stays.
  private static final long FIRST_CHANGE = 1;
  private static final int FOLDED_AT_ONCE = 10_000;

  private final Statements statements;

  StatusCounts(Statements statements) {
    this.statements = statements;
  }

  Map<JobStatus, Long> read() {
    Field<BigDecimal> count = sum(JOB_STATUS_CHANGES.CHANGE);
    Map<JobStatus, Long> counts = new EnumMap<>(JobStatus.class);
    for (JobStatus status : JobStatus.values()) {
      counts.put(status, 0L);
    }
    statements
        .read(
            dsl ->
                dsl.select(JOB_STATUS_CHANGES.STATUS, count)
                    .from(JOB_STATUS_CHANGES)
                    .groupBy(JOB_STATUS_CHANGES.STATUS)
                    .having(count.ne(BigDecimal.ZERO))
                    .fetch())
        .forEach(row -> counts.put(JobStatus.of(row.value1()), row.value2().longValueExact()));
    return counts;
  }

  /** Makes one note of many. What others are folding or writing is left alone. */
  void fold() {
    statements.write(
        Repeating.SAFE,
        dsl -> {
          CommonTableExpression<Record2<String, Long>> taken =
              DSL.name("taken")
                  .fields("status", "change")
                  .as(
                      DSL.deleteFrom(JOB_STATUS_CHANGES)
                          .where(JOB_STATUS_CHANGES.ID.eq(DSL.any(DSL.array(oldest()))))
                          .returningResult(JOB_STATUS_CHANGES.STATUS, JOB_STATUS_CHANGES.CHANGE));
          Field<String> status = taken.field(JOB_STATUS_CHANGES.STATUS);
          Field<Long> change = sum(taken.field(JOB_STATUS_CHANGES.CHANGE)).cast(Long.class);
          return dsl.with(taken)
              .insertInto(JOB_STATUS_CHANGES)
              .columns(JOB_STATUS_CHANGES.STATUS, JOB_STATUS_CHANGES.CHANGE)
              .select(DSL.select(status, change).from(taken).groupBy(status).having(change.ne(0L)))
              .execute();
        });
  }

  private static Select<Record1<Long>> oldest() {
    return DSL.select(JOB_STATUS_CHANGES.ID)
        .from(JOB_STATUS_CHANGES)
        .where(JOB_STATUS_CHANGES.ID.ge(FIRST_CHANGE))
        .orderBy(JOB_STATUS_CHANGES.ID)
        .limit(FOLDED_AT_ONCE)
        .forUpdate()
        .skipLocked();
  }
}
