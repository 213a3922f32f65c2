package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Parameters;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.Row;
import io.speechtotext.app.database.ServerClock;
import io.speechtotext.app.database.Statements;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * How files go that have been kept long enough: their rows are leased, the files removed, and only
 * then forgotten. Whoever is interrupted leaves rows whose leases end, and the next begins with
 * them: a file may be removed twice, but none is left that no row tells of.
 */
final class KeptAudio {

  private record Sweep(Duration retention, int limit, UUID token, Duration lease) {}

  private static final NumberRule RETENTION = new NumberRule("retention in milliseconds", 0, 1e13);
  private static final NumberRule LIMIT = new NumberRule("limit", 1, 10_000);
  private static final NumberRule LEASE = new NumberRule("lease in milliseconds", 1, 1e12);

  private static final Prepared<Sweep, List<ExpiredAudio>> CLAIM =
      Prepared.list("jobs.claim_expired_audio", KeptAudio::lease, KeptAudio::expiredAudio);

  private static final Prepared<Collection<ExpiredAudio>, Integer> CONFIRM =
      Prepared.count(
          "jobs.confirm_removed",
          (dsl, removed) ->
              JobChange.with(dsl)
                  .setNull(JOBS.AUDIO_STORAGE_PATH)
                  .setNull(JOBS.LEASE_EXPIRES_AT)
                  .where(
                      JOBS.ID.eq(
                          DSL.any(removed.bind(SQLDataType.INTEGER.array(), KeptAudio::ids))))
                  .and(
                      JOBS.LEASE_TOKEN.eq(
                          DSL.any(removed.bind(SQLDataType.UUID.array(), KeptAudio::tokens)))));

  private final Statements statements;

  KeptAudio(Statements statements) {
    this.statements = statements;
  }

  List<ExpiredAudio> claim(Duration retention, int limit, Duration lease) {
    RETENTION.check(retention.toMillis());
    LIMIT.check(limit);
    LEASE.check(lease.toMillis());
    Sweep sweep = new Sweep(retention, limit, UUID.randomUUID(), lease);
    return statements.write(Repeating.UNSAFE, CLAIM, sweep);
  }

  int confirmRemoved(Collection<ExpiredAudio> removed) {
    return statements.write(Repeating.SAFE, CONFIRM, removed);
  }

  private static ResultQuery<?> lease(DSLContext dsl, Parameters<Sweep> sweep) {
    return JobChange.with(dsl)
        .set(JOBS.LEASE_TOKEN, sweep.bind(JOBS.LEASE_TOKEN, Sweep::token))
        .set(
            JOBS.LEASE_EXPIRES_AT,
            ServerClock.inMicros(
                sweep.bind(SQLDataType.BIGINT, each -> ServerClock.micros(each.lease()))))
        .where(JOBS.ID.eq(DSL.any(DSL.array(expired(sweep)))))
        .returningResult(JOBS.ID, JOBS.LEASE_TOKEN, JOBS.AUDIO_STORAGE_PATH);
  }

  private static Select<Record1<Integer>> expired(Parameters<Sweep> sweep) {
    return DSL.select(JOBS.ID)
        .from(JOBS)
        .where(JOBS.AUDIO_STORAGE_PATH.isNotNull())
        .and(
            JOBS.COMPLETED_AT.lt(
                ServerClock.inMicros(
                    sweep.bind(SQLDataType.BIGINT, each -> -ServerClock.micros(each.retention())))))
        .and(JOBS.LEASE_EXPIRES_AT.isNull().or(JOBS.LEASE_EXPIRES_AT.lt(ServerClock.now())))
        .orderBy(JOBS.COMPLETED_AT, JOBS.ID)
        .limit(sweep.bind(SQLDataType.INTEGER, Sweep::limit))
        .forUpdate()
        .skipLocked();
  }

  private static ExpiredAudio expiredAudio(Row row) {
    return new ExpiredAudio(
        row.get(JOBS.ID), row.get(JOBS.LEASE_TOKEN), row.get(JOBS.AUDIO_STORAGE_PATH));
  }

  private static Integer[] ids(Collection<ExpiredAudio> removed) {
    return removed.stream().map(ExpiredAudio::id).toArray(Integer[]::new);
  }

  private static UUID[] tokens(Collection<ExpiredAudio> removed) {
    return removed.stream().map(ExpiredAudio::token).distinct().toArray(UUID[]::new);
  }
}
