package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOB_STATUS_CHANGES;
import static org.jooq.impl.DSL.sum;

import io.speechtotext.app.database.Parameters;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Row;
import io.speechtotext.app.database.Statements;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.RowCountQuery;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** How many jobs there are, from the notes that the database keeps of it. */
final class StatusCounts {

  private record Count(JobStatus status, long jobs) {
    static Count of(Row row) {
      return new Count(
          JobStatus.of(row.get(JOB_STATUS_CHANGES.STATUS)), row.get(SUM).longValueExact());
    }
  }

  private static final Field<BigDecimal> SUM = sum(JOB_STATUS_CHANGES.CHANGE);

  // What was there when counting began is told apart by its ids, and stays.
  private static final long FIRST_CHANGE = 1;
  private static final int FOLDED_AT_ONCE = 10_000;

  // What has no parameters takes any.
  private static final Prepared<Integer, List<Count>> READ =
      Prepared.list(
          "jobs.counts_by_status",
          (dsl, none) ->
              dsl.select(JOB_STATUS_CHANGES.STATUS, SUM)
                  .from(JOB_STATUS_CHANGES)
                  .groupBy(JOB_STATUS_CHANGES.STATUS)
                  .having(SUM.ne(BigDecimal.ZERO)),
          Count::of);

  private static final Prepared<Integer, Integer> FOLD =
      Prepared.count("jobs.fold_counts", StatusCounts::fold);

  private final Statements statements;

  StatusCounts(Statements statements) {
    this.statements = statements;
  }

  Map<JobStatus, Long> read() {
    Map<JobStatus, Long> counts = new EnumMap<>(JobStatus.class);
    for (JobStatus status : JobStatus.values()) {
      counts.put(status, 0L);
    }
    statements.read(READ, 0).forEach(count -> counts.put(count.status(), count.jobs()));
    return counts;
  }

  /** Makes one note of many. What others are folding or writing is left alone. */
  void fold() {
    statements.write(Repeating.SAFE, FOLD, FOLDED_AT_ONCE);
  }

  private static RowCountQuery fold(DSLContext dsl, Parameters<Integer> limit) {
    CommonTableExpression<Record2<String, Long>> taken =
        DSL.name("taken")
            .fields("status", "change")
            .as(
                DSL.deleteFrom(JOB_STATUS_CHANGES)
                    .where(JOB_STATUS_CHANGES.ID.eq(DSL.any(DSL.array(oldest(limit)))))
                    .returningResult(JOB_STATUS_CHANGES.STATUS, JOB_STATUS_CHANGES.CHANGE));
    Field<String> status = taken.field(JOB_STATUS_CHANGES.STATUS);
    Field<Long> change = sum(taken.field(JOB_STATUS_CHANGES.CHANGE)).cast(Long.class);
    return dsl.with(taken)
        .insertInto(JOB_STATUS_CHANGES)
        .columns(JOB_STATUS_CHANGES.STATUS, JOB_STATUS_CHANGES.CHANGE)
        .select(DSL.select(status, change).from(taken).groupBy(status).having(change.ne(0L)));
  }

  private static Select<Record1<Long>> oldest(Parameters<Integer> limit) {
    return DSL.select(JOB_STATUS_CHANGES.ID)
        .from(JOB_STATUS_CHANGES)
        .where(JOB_STATUS_CHANGES.ID.ge(FIRST_CHANGE))
        .orderBy(JOB_STATUS_CHANGES.ID)
        .limit(limit.bind(SQLDataType.INTEGER, each -> each))
        .forUpdate()
        .skipLocked();
  }
}
