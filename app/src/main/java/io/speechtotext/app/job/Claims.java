package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.ServerClock;
import io.speechtotext.app.database.Statements;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** How workers take jobs. */
final class Claims {

  private static final TextRule WORKER = new TextRule("worker", 100);
  private static final NumberRule COUNT = new NumberRule("count", 1, 1000);
  private static final NumberRule LEASE = new NumberRule("lease in milliseconds", 1, 1e12);

  private static final List<Field<?>> RETURNED =
      List.of(
          JOBS.ID,
          JOBS.JOB_ID,
          JOBS.ATTEMPTS,
          JOBS.MAX_ATTEMPTS,
          JOBS.NEXT_ATTEMPT_AT,
          JOBS.AUDIO_FILENAME,
          JOBS.AUDIO_FORMAT,
          JOBS.AUDIO_DURATION,
          JOBS.AUDIO_SIZE_BYTES,
          JOBS.AUDIO_STORAGE_PATH,
          JOBS.LANGUAGE,
          JOBS.MODEL_NAME,
          JOBS.LEXICON_ID,
          JOBS.TRANSCRIPTION_TEXT);

  private final Statements statements;

  Claims(Statements statements) {
    this.statements = statements;
  }

  List<ClaimedJob> claim(String worker, int count, Duration lease) {
    WORKER.checkNotBlank(worker);
    COUNT.check(count);
    LEASE.check(lease.toMillis());
    UUID token = UUID.randomUUID();
    return statements.write(
        Repeating.UNSAFE,
        dsl ->
            dsl.update(JOBS)
                .set(JOBS.STATUS, JobStatus.PROCESSING.text())
                .set(JOBS.ATTEMPTS, JOBS.ATTEMPTS.plus(1))
                .set(JOBS.WORKER, worker)
                .set(JOBS.LEASE_TOKEN, token)
                .set(JOBS.LEASE_EXPIRES_AT, ServerClock.in(lease))
                .set(JOBS.STARTED_AT, DSL.coalesce(JOBS.STARTED_AT, ServerClock.now()))
                // As an array it is found first and once, and looked up by its ids whatever the
                // planner believes about the number of rows.
                .where(JOBS.ID.eq(DSL.any(DSL.array(due(count)))))
                .returningResult(RETURNED)
                .fetch()
                .sortAsc(Comparator.comparing(row -> row.get(JOBS.ID)))
                .sortAsc(JOBS.NEXT_ATTEMPT_AT)
                .map(row -> claimed(row, token, lease)));
  }

  private static Select<Record1<Integer>> due(int count) {
    return DSL.select(JOBS.ID)
        .from(JOBS)
        // Not a parameter: the index holds pending jobs alone, and so has to be told.
        .where(JOBS.STATUS.eq(DSL.inline(JobStatus.PENDING.text())))
        .and(JOBS.NEXT_ATTEMPT_AT.le(ServerClock.now()))
        .orderBy(JOBS.NEXT_ATTEMPT_AT, JOBS.ID)
        .limit(count)
        .forUpdate()
        .skipLocked();
  }

  private static ClaimedJob claimed(Record row, UUID token, Duration duration) {
    return new ClaimedJob(
        new Lease(row.get(JOBS.ID), row.get(JOBS.JOB_ID), token, duration),
        row.get(JOBS.ATTEMPTS),
        JobRows.audio(row),
        JobRows.options(row),
        row.get(JOBS.TRANSCRIPTION_TEXT));
  }
}
