package io.speechtotext.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The same when the server looked at the table while the queue was empty: it then believes that no
 * job has the status that it is asked for, and that an index on the status is as good as the id.
 * When work comes, that index is full of what jobs were a moment ago.
 */
@FromTemplate(MigratedSchema.class)
class IdleQueuePlansTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int OWNER = 1;

  private final JobDatabase database;
  private final Plans plans;
  private final JobRepository jobs;

  IdleQueuePlansTest(ThrowawayDatabase copy) {
    database = new JobDatabase(copy);
    plans = new Plans(database);
    jobs = plans.jobs();
  }

  @BeforeAll
  static void seedFinishedJobs(ThrowawayDatabase copy) throws SQLException {
    try (JobDatabase database = new JobDatabase(copy)) {
      database.execute(
          """
          INSERT INTO api_keys (id, key_hash, name) VALUES (1, '1', '1');
          INSERT INTO jobs (job_id, status, api_key_id, completed_at)
          SELECT md5(n::text)::uuid, 'completed', 1, now() FROM generate_series(1, 20000) AS n;
          ANALYZE jobs;
          """);
    }
  }

  @AfterEach
  void closePool() {
    database.close();
  }

  @Test
  void aWorkersWriteIsOneLookupByTheId() {
    Iterator<Lease> leases =
        Stream.generate(this::submit).limit(5).toList().stream()
            .flatMap(each -> jobs.claim("worker", 1, MINUTE).stream())
            .map(ClaimedJob::lease)
            .toList()
            .iterator();
    assertThat(plans.taken())
        .filteredOn(plan -> plan.contains("LockRows"))
        .hasSize(5)
        .allMatch(plan -> plan.contains("Index Scan using ix_jobs_due"));
    Lease first = leases.next();
    jobs.heartbeat(first);
    jobs.storeRawText(first, "raw");
    jobs.complete(first, Completion.of("text"));
    jobs.fail(leases.next(), JobFailure.retryable("busy", "Busy"));
    jobs.release(leases.next());
    jobs.completeAll(Map.of(leases.next(), Completion.of("text")));
    List<String> writes = plans.taken();
    assertThat(writes)
        .hasSize(6)
        .allMatch(plan -> plan.contains("Index Scan using jobs_pkey on jobs"));
  }

  @Test
  void anOwnersWriteIsOneLookupByThePublicId() {
    UUID jobId = submit();
    plans.taken();
    jobs.cancel(jobId, OWNER);
    assertThat(plans.taken()).singleElement().asString().contains("_jobs_job_id on jobs");
  }

  private UUID submit() {
    UUID jobId = UUID.randomUUID();
    jobs.submit(NewJob.of(jobId, Audio.UNKNOWN).by(Submitter.holding(OWNER)));
    return jobId;
  }
}
