package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;

import io.speechtotext.app.database.ServerClock;
import io.speechtotext.jooq.tables.records.JobRecord;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;

/** How each statement that changes jobs begins. */
final class JobChange {

  private JobChange() {}

  /** It says when. The database would say it too, but by calling a function for each row. */
  static UpdateSetMoreStep<JobRecord> with(DSLContext dsl) {
    return dsl.update(JOBS).set(JOBS.UPDATED_AT, ServerClock.now());
  }
}
