package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Parameters;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.ServerClock;
import io.speechtotext.app.database.Statements;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** How workers take jobs. */
final class Claims {

  /** Who takes jobs, under which lease. */
  private record Claim(String worker, UUID token, Duration duration) {}

  private static final TextRule WORKER = new TextRule("worker", 100);
  private static final NumberRule COUNT = new NumberRule("count", 1, 1000);
  private static final NumberRule LEASE = new NumberRule("lease in milliseconds", 1, 1e12);

  // As ix_jobs_due has it, and no other index: see V43.
  private static final Condition IS_PENDING =
      DSL.condition("({0}) is true", JOBS.STATUS.eq(JobStatus.PENDING.text()));

  // One for each count: the server plans for a number that it knows, and then plans no more.
  private static final Map<Integer, Prepared<Claim, List<TakenRow>>> CLAIMS =
      new ConcurrentHashMap<>();

  private final Statements statements;

  Claims(Statements statements) {
    this.statements = statements;
  }

  List<ClaimedJob> claim(String worker, int count, Duration lease) {
    WORKER.checkNotBlank(worker);
    COUNT.check(count);
    LEASE.check(lease.toMillis());
    Claim claim = new Claim(worker, UUID.randomUUID(), lease);
    return statements
        .write(Repeating.UNSAFE, CLAIMS.computeIfAbsent(count, Claims::statement), claim)
        .stream()
        .sorted(TakenRow.LONGEST_WAITING_FIRST)
        .map(row -> row.claimed(claim.token(), lease))
        .toList();
  }

  private static Prepared<Claim, List<TakenRow>> statement(int count) {
    return Prepared.list("jobs.claim", (dsl, claim) -> take(dsl, claim, count), TakenRow::of);
  }

  private static ResultQuery<?> take(DSLContext dsl, Parameters<Claim> claim, int count) {
    return JobChange.with(dsl)
        .set(JOBS.STATUS, JobStatus.PROCESSING.text())
        .set(JOBS.ATTEMPTS, JOBS.ATTEMPTS.plus(1))
        .set(JOBS.WORKER, claim.bind(JOBS.WORKER, Claim::worker))
        .set(JOBS.LEASE_TOKEN, claim.bind(JOBS.LEASE_TOKEN, Claim::token))
        .set(
            JOBS.LEASE_EXPIRES_AT,
            ServerClock.inMicros(
                claim.bind(SQLDataType.BIGINT, each -> ServerClock.micros(each.duration()))))
        .set(JOBS.STARTED_AT, DSL.coalesce(JOBS.STARTED_AT, ServerClock.now()))
        // As an array they are found first and once, and looked up by their ids, whatever the
        // planner believes about the number of jobs.
        .where(JOBS.ID.eq(DSL.any(DSL.array(due(count)))))
        .returningResult(TakenRow.COLUMNS);
  }

  private static Select<Record1<Integer>> due(int count) {
    return DSL.select(JOBS.ID)
        .from(JOBS)
        .where(IS_PENDING)
        .and(JOBS.NEXT_ATTEMPT_AT.le(ServerClock.now()))
        .orderBy(JOBS.NEXT_ATTEMPT_AT, JOBS.ID)
        .limit(count)
        .forUpdate()
        .skipLocked();
  }
}
