package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.ServerClock;
import io.speechtotext.app.database.Statements;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * How files go that have been kept long enough: their rows are leased, the files removed, and only
 * then forgotten. Whoever is interrupted leaves rows whose leases end, and the next begins with
 * them: a file may be removed twice, but none is left that no row tells of.
 */
final class KeptAudio {

  private static final NumberRule LIMIT = new NumberRule("limit", 1, 10_000);

  private final Statements statements;

  KeptAudio(Statements statements) {
    this.statements = statements;
  }

  List<ExpiredAudio> claim(Duration retention, int limit, Duration lease) {
    LIMIT.check(limit);
    UUID token = UUID.randomUUID();
    return statements.write(
        Repeating.UNSAFE,
        dsl ->
            dsl.update(JOBS)
                .set(JOBS.LEASE_TOKEN, token)
                .set(JOBS.LEASE_EXPIRES_AT, ServerClock.in(lease))
                .where(JOBS.ID.eq(DSL.any(DSL.array(expired(retention, limit)))))
                .returningResult(JOBS.ID, JOBS.AUDIO_STORAGE_PATH)
                .fetch(row -> new ExpiredAudio(row.value1(), token, row.value2())));
  }

  int confirmRemoved(Collection<ExpiredAudio> removed) {
    Integer[] ids = removed.stream().map(ExpiredAudio::id).toArray(Integer[]::new);
    UUID[] tokens = removed.stream().map(ExpiredAudio::token).distinct().toArray(UUID[]::new);
    return statements.write(
        Repeating.SAFE,
        dsl ->
            dsl.update(JOBS)
                .setNull(JOBS.AUDIO_STORAGE_PATH)
                .setNull(JOBS.LEASE_EXPIRES_AT)
                .where(JOBS.ID.eq(DSL.any(ids)))
                .and(JOBS.LEASE_TOKEN.eq(DSL.any(tokens)))
                .execute());
  }

  private static Select<Record1<Integer>> expired(Duration retention, int limit) {
    return DSL.select(JOBS.ID)
        .from(JOBS)
        .where(JOBS.AUDIO_STORAGE_PATH.isNotNull())
        .and(JOBS.COMPLETED_AT.lt(ServerClock.ago(retention)))
        // One that the old service reopened keeps its time.
        .and(JOBS.STATUS.notIn(JobStatus.PENDING.text(), JobStatus.PROCESSING.text()))
        .and(JOBS.LEASE_EXPIRES_AT.isNull().or(JOBS.LEASE_EXPIRES_AT.lt(ServerClock.now())))
        .orderBy(JOBS.COMPLETED_AT, JOBS.ID)
        .limit(limit)
        .forUpdate()
        .skipLocked();
  }
}
