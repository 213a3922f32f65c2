package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.ServerClock;
import io.speechtotext.app.database.Statements;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.impl.SQLDataType;

/** What workers write while they have a job. */
final class Progress {

  private record RawText(Lease lease, String text) {}

  private static final TextRule RAW_TEXT = new TextRule("job.rawText", Integer.MAX_VALUE);

  private static final Prepared<Lease, Optional<Instant>> HEARTBEAT =
      Prepared.optional(
          "jobs.heartbeat",
          (dsl, lease) ->
              JobChange.with(dsl)
                  .set(
                      JOBS.LEASE_EXPIRES_AT,
                      ServerClock.inMicros(
                          lease.bind(
                              SQLDataType.BIGINT, each -> ServerClock.micros(each.duration()))))
                  .where(Held.by(lease, Function.identity()))
                  .returningResult(JOBS.LEASE_EXPIRES_AT),
          row -> row.get(JOBS.LEASE_EXPIRES_AT));

  private static final Prepared<RawText, Integer> STORE_RAW_TEXT =
      Prepared.count(
          "jobs.store_raw_text",
          (dsl, raw) ->
              JobChange.with(dsl)
                  .set(JOBS.TRANSCRIPTION_TEXT, raw.bind(JOBS.TRANSCRIPTION_TEXT, RawText::text))
                  .where(Held.by(raw, RawText::lease)));

  private final Statements statements;
  private final Held held;

  Progress(Statements statements) {
    this.statements = statements;
    this.held = new Held(statements);
  }

  Instant heartbeat(Lease lease) {
    return statements.write(Repeating.SAFE, HEARTBEAT, lease).orElseThrow(() -> held.lost(lease));
  }

  void storeRawText(Lease lease, String text) {
    RAW_TEXT.check(text);
    if (statements.write(Repeating.SAFE, STORE_RAW_TEXT, new RawText(lease, text)) == 0) {
      throw held.lost(lease);
    }
  }
}
