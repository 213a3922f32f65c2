package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.database.ServerClock;
import io.speechtotext.app.database.Statements;
import java.time.Instant;

/** What workers write while they have a job. */
final class Progress {

  private static final TextRule RAW_TEXT = new TextRule("job.rawText", Integer.MAX_VALUE);

  private final Statements statements;
  private final Held held;

  Progress(Statements statements) {
    this.statements = statements;
    this.held = new Held(statements);
  }

  Instant heartbeat(Lease lease) {
    return statements
        .write(
            Repeating.SAFE,
            dsl ->
                dsl.update(JOBS)
                    .set(JOBS.LEASE_EXPIRES_AT, ServerClock.in(lease.duration()))
                    .where(Held.by(lease))
                    .returningResult(JOBS.LEASE_EXPIRES_AT)
                    .fetchOptional(JOBS.LEASE_EXPIRES_AT))
        .orElseThrow(() -> held.lost(lease));
  }

  void storeRawText(Lease lease, String text) {
    RAW_TEXT.check(text);
    int rows =
        statements.write(
            Repeating.SAFE,
            dsl ->
                dsl.update(JOBS)
                    .set(JOBS.TRANSCRIPTION_TEXT, text)
                    .where(Held.by(lease))
                    .execute());
    if (rows == 0) {
      throw held.lost(lease);
    }
  }
}
