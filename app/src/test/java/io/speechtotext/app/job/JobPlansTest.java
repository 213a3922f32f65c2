package io.speechtotext.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.paging.CreatedAt;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How the server runs the statements when there are 50,000 jobs, most of which have ended: by which
 * index, and never by reading the table.
 */
@FromTemplate(MigratedSchema.class)
class JobPlansTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int OWNER = 1;
  private static final Set<String> LOOKED_AT = new HashSet<>();

  private final JobDatabase database;
  private final Plans plans;
  private final JobRepository jobs;

  JobPlansTest(ThrowawayDatabase copy) {
    database = new JobDatabase(copy);
    plans = new Plans(database);
    jobs = plans.jobs();
  }

  @BeforeAll
  static void seed(ThrowawayDatabase copy) throws SQLException {
    try (JobDatabase database = new JobDatabase(copy)) {
      database.execute(
          """
          INSERT INTO api_keys (id, key_hash, name)
          SELECT n, n::text, n::text FROM generate_series(1, 100) AS n
          """);
      database.execute(
          """
          INSERT INTO jobs (job_id, status, api_key_id, created_at, started_at, completed_at,
            audio_storage_path, client_key)
          SELECT md5(n::text)::uuid, status, 1 + n % 100, made, made,
            CASE WHEN status IN ('completed', 'failed') THEN made END,
            CASE WHEN n % 50 = 0 THEN '/audio/' || n END, CASE WHEN n % 10 = 0 THEN 'request ' || n END
          FROM generate_series(1, 50000) AS n
          CROSS JOIN LATERAL (
            SELECT now() - n * interval '1 minute' AS made,
              CASE WHEN n % 50 = 0 THEN 'pending' WHEN n % 200 = 1 THEN 'processing'
                WHEN n % 10 = 3 THEN 'failed' ELSE 'completed' END AS status
          ) AS told
          """);
      database.execute("ANALYZE jobs, job_status_changes, api_keys");
    }
  }

  @BeforeEach
  void forgetPlans() {
    plans.taken();
  }

  @AfterEach
  void closePool() {
    LOOKED_AT.addAll(plans.names());
    database.close();
  }

  // Runs behind all tests: whoever adds a statement adds a look at its plan.
  @AfterAll
  static void everyStatementWasLookedAt() {
    assertThat(Plans.namesOfStatements("io.speechtotext.app.job"))
        .isNotEmpty()
        .isSubsetOf(LOOKED_AT);
  }

  @Test
  void aClaimReadsTheJobsThatAreDueAndNoOthers() {
    for (int count : new int[] {1, 10, 100}) {
      jobs.claim("worker", count, MINUTE);
      assertPlan("Index Scan using ix_jobs_due", "Index Scan using jobs_pkey");
    }
  }

  @Test
  void aWorkersWriteIsOneLookup() {
    List<ClaimedJob> claimed = jobs.claim("worker", 4, MINUTE);
    plans.taken();
    Lease lease = claimed.get(0).lease();
    jobs.heartbeat(lease);
    assertPlan("Index Cond: (id = ");
    jobs.storeRawText(lease, "raw");
    assertPlan("Index Cond: (id = ");
    jobs.complete(lease, Completion.of("text"));
    assertPlan("Index Cond: (id = ");
    jobs.fail(claimed.get(1).lease(), JobFailure.retryable("busy", "Busy"));
    assertPlan("Index Cond: (id = ");
    jobs.release(claimed.get(2).lease());
    assertPlan("Index Cond: (id = ");
    jobs.completeAll(Map.of(claimed.get(3).lease(), Completion.of("text")));
    assertPlan("Function Scan on given", "Index Cond: (id = ");
    jobs.complete(claimed.get(3).lease(), Completion.of("again"));
    assertThat(plans.taken()).hasSize(2).allMatch(plan -> plan.contains("Index Cond: (id = "));
  }

  @Test
  void abandonedJobsAreLookedForAmongThoseInProcessing() {
    jobs.reapExpired(100);
    List<String> taken = plans.taken();
    assertThat(taken.get(0))
        .contains("ix_jobs_status_created_at", "jobs_pkey")
        .doesNotContain("Seq Scan");
    assertThat(taken.get(1)).contains("job_status_changes").doesNotContain("Scan on jobs");
  }

  @Test
  void anOwnersJobIsOneLookup() {
    UUID jobId = UUID.randomUUID();
    jobs.submit(NewJob.of(jobId, Audio.UNKNOWN).by(Submitter.holding(OWNER)));
    plans.taken();
    jobs.findForOwner(jobId, OWNER);
    assertPlan("_jobs_job_id on jobs");
    jobs.findRow(jobId);
    assertPlan("_jobs_job_id on jobs");
    jobs.submit(NewJob.of(jobId, Audio.UNKNOWN).by(Submitter.holding(OWNER)));
    assertThat(plans.taken().get(1)).contains("_jobs_job_id on jobs").doesNotContain("Seq Scan");
    jobs.cancel(jobId, OWNER);
    assertPlan("_jobs_job_id on jobs");
  }

  @Test
  void aRepeatedRequestIsFoundByItsKey() {
    Submitter client = Submitter.holding(OWNER).withClientKey("again");
    for (int i = 0; i < 2; i++) {
      plans.taken();
      jobs.submit(NewJob.of(UUID.randomUUID(), Audio.UNKNOWN).by(client));
    }
    assertThat(plans.taken().get(1))
        .contains("Index Scan using uq_jobs_client_key")
        .doesNotContain("Seq Scan");
  }

  @Test
  void aPageIsReadInTheListsOrderWhereverItBegins() {
    PageRequest<CreatedAt> first = PageRequest.first(50);
    PageRequest<CreatedAt> deep = first.after(new CreatedAt(Instant.EPOCH, 1));
    for (PageRequest<CreatedAt> page : List.of(first, deep)) {
      jobs.listForOwner(OWNER, Optional.empty(), page);
      assertPlan("Index Scan using ix_jobs_api_key_id_created_at");
      jobs.listForOwner(OWNER, Optional.of(JobStatus.COMPLETED), page);
      assertPlan("Index Scan using ix_jobs_api_key_id_status_created_at");
    }
  }

  @Test
  void expiredFilesAreFoundWithoutTheJobsThatHaveNone() {
    jobs.confirmRemoved(jobs.claimExpiredAudio(Duration.ofDays(1), 100, MINUTE));
    List<String> taken = plans.taken();
    assertThat(taken.get(0)).contains("ix_jobs_audio_kept").doesNotContain("Seq Scan");
    assertThat(taken.get(1)).contains("jobs_pkey").doesNotContain("Seq Scan");
  }

  @Test
  void countingReadsNoJobs() {
    jobs.countsByStatus();
    assertThat(plans.taken())
        .singleElement()
        .satisfies(
            plan -> assertThat(plan).contains("on job_status_changes").doesNotContain(" on jobs"));
  }

  private void assertPlan(String... parts) {
    assertThat(plans.taken())
        .singleElement()
        .satisfies(
            plan -> assertThat(plan).contains(parts).doesNotContain("Seq Scan", "Sort", "Bitmap"));
  }
}
