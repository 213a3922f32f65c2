package io.speechtotext.app.feedback;

import static io.speechtotext.jooq.Tables.API_KEYS;
import static io.speechtotext.jooq.Tables.FEEDBACK;
import static io.speechtotext.jooq.Tables.JOBS;
import static io.speechtotext.jooq.Tables.LEXICONS;
import static io.speechtotext.jooq.Tables.LEXICON_TERMS;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Rows that feedback needs around it, written as the tables' owner. */
public final class FeedbackFixture {

  private final DSLContext dsl;

  /** On a test's copy. */
  public FeedbackFixture(ThrowawayDatabase copy) {
    dsl = DSL.using(copy.dataSource(), SQLDialect.POSTGRES);
  }

  /** For what a test looks at or makes itself. */
  public DSLContext dsl() {
    return dsl;
  }

  /** Removes what former tests have left. */
  public void clear() {
    dsl.deleteFrom(FEEDBACK).execute();
    dsl.deleteFrom(LEXICON_TERMS).execute();
    dsl.deleteFrom(LEXICONS).execute();
  }

  /** A key of its own, as the id that jobs refer to. */
  public int apiKey() {
    String name = UUID.randomUUID().toString();
    return dsl.insertInto(API_KEYS)
        .set(API_KEYS.NAME, name)
        .set(API_KEYS.KEY_HASH, "sha256:" + name)
        .returningResult(API_KEYS.ID)
        .fetchSingle()
        .value1();
  }

  /** A completed job of that key. */
  public UUID completedJob(int apiKeyId) {
    return job(apiKeyId, "completed", null);
  }

  /** A job of that key, as its public id. */
  public UUID job(int apiKeyId, String status, @Nullable String lexiconId) {
    UUID jobId = UUID.randomUUID();
    dsl.insertInto(JOBS)
        .set(JOBS.JOB_ID, jobId.toString())
        .set(JOBS.STATUS, status)
        .set(JOBS.API_KEY_ID, apiKeyId)
        .set(JOBS.LEXICON_ID, lexiconId)
        .execute();
    return jobId;
  }
}
