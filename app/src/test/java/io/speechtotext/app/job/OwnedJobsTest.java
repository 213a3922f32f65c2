package io.speechtotext.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.failure.NotFoundException;
import io.speechtotext.app.failure.RefusedTransitionException;
import io.speechtotext.app.paging.CreatedAt;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnedJobsTest extends JobTest {

  private int owner;
  private int somebodyElse;

  OwnedJobsTest(ThrowawayDatabase copy) {
    super(copy);
  }

  @BeforeEach
  void makeKeys() throws SQLException {
    owner = database.newKey();
    somebodyElse = database.newKey();
  }

  @Test
  void aJobIsThereForItsOwnerAlone() {
    UUID jobId = submit(owner);
    assertThat(jobs.findForOwner(jobId, owner)).isPresent();
    assertThat(jobs.findForOwner(jobId, somebodyElse)).isEmpty();
    assertThat(jobs.findForOwner(UUID.randomUUID(), owner)).isEmpty();
  }

  @Test
  void textsAreThereOnceTheJobIsCompleted() {
    UUID jobId = submit(owner);
    Lease lease = jobs.claim("worker", 1, MINUTE).get(0).lease();
    jobs.storeRawText(lease, "an m r i");
    assertThat(jobs.findForOwner(jobId, owner).orElseThrow().transcript()).isNull();

    Quality quality = new Quality(0.5, 1, 0, "{\"words\": 3}");
    jobs.complete(lease, Completion.of("an MRI").withLexiconVersion("7").withQuality(quality));
    assertThat(jobs.findForOwner(jobId, owner).orElseThrow().transcript())
        .isEqualTo(new Transcript("an MRI", "an m r i", "7", null, quality));
  }

  @Test
  void aTextOfTheOldServiceFallsBackToTheModels() throws SQLException {
    UUID jobId = submit(owner);
    database.execute("UPDATE jobs SET status = 'processing'");
    database.execute(
        "UPDATE jobs SET status = 'completed', completed_at = now(),"
            + " transcription_text = 'an m r i', confidence_metrics = '{\"a\": 1}'");
    assertThat(jobs.findForOwner(jobId, owner).orElseThrow().transcript())
        .returns("an m r i", Transcript::text)
        .returns("{\"a\": 1}", each -> each.quality().metricsJson());
  }

  @Test
  void anOwnerSeesWhyAJobFailedAndNothingForOperators() {
    UUID jobId = submit(owner);
    Lease lease = jobs.claim("worker", 1, MINUTE).get(0).lease();
    jobs.fail(lease, JobFailure.retryable("busy", "The model was busy"));
    assertThat(summary(jobId).error()).as("it will be tried again").isNull();

    UUID unreadable = submit(owner);
    jobs.fail(
        jobs.claim("worker", 1, MINUTE).get(0).lease(),
        JobFailure.terminal("audio_unreadable", "No recording").withDetail("/srv/audio line 7"));
    assertThat(summary(unreadable).error())
        .isEqualTo(new JobError("audio_unreadable", "No recording"));
    assertThat(jobs.findForOwner(unreadable, owner).toString())
        .doesNotContain("/srv/audio", "/audio/1");
  }

  // The old service stored whole stack traces where owners could read them.
  @Test
  void anOwnerSeesNoStackTraceOfTheOldService() throws SQLException {
    UUID jobId = submit(owner);
    database.execute(
        "UPDATE jobs SET status = 'failed', completed_at = now(),"
            + " error_message = 'Traceback (most recent call last): ...'");
    assertThat(summary(jobId).error()).isEqualTo(new JobError("failed", "The job failed"));
    assertThat(jobs.findRow(jobId).orElseThrow().lastAttempt().errorMessage())
        .startsWith("Traceback");
  }

  @Test
  void cancellingEndsAJobThatWaits() {
    UUID jobId = submit(owner);
    JobSummary cancelled = jobs.cancel(jobId, owner);
    assertThat(cancelled.status()).isEqualTo(JobStatus.CANCELLED);
    assertThat(cancelled.times().completedAt()).isNotNull();
    assertThat(jobs.cancel(jobId, owner)).isEqualTo(cancelled);
    assertThat(jobs.claim("worker", 1, MINUTE)).isEmpty();
  }

  @Test
  void cancellingTakesAJobFromTheWorkerThatHasIt() {
    UUID jobId = submit(owner);
    Lease lease = jobs.claim("worker", 1, MINUTE).get(0).lease();
    jobs.cancel(jobId, owner);
    assertThatExceptionOfType(RefusedTransitionException.class)
        .isThrownBy(() -> jobs.heartbeat(lease));
    assertThatExceptionOfType(RefusedTransitionException.class)
        .isThrownBy(() -> jobs.complete(lease, Completion.of("too late")))
        .withMessage("job %s is cancelled, and no longer leased to this worker", jobId);
    assertThat(summary(jobId).status()).isEqualTo(JobStatus.CANCELLED);
  }

  @Test
  void cancellingEndsNoJobThatHasEnded() {
    UUID jobId = submit(owner);
    jobs.complete(jobs.claim("worker", 1, MINUTE).get(0).lease(), Completion.of("text"));
    assertThatExceptionOfType(RefusedTransitionException.class)
        .isThrownBy(() -> jobs.cancel(jobId, owner))
        .withMessage("job %s is completed and cannot be cancelled", jobId);
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> jobs.cancel(jobId, somebodyElse));
  }

  @Test
  void pagesHoldEveryJobOnceNewestFirstEvenWhenManyWereCreatedAtOneInstant() throws SQLException {
    List<UUID> submitted = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      submitted.add(0, submit(owner));
      submit(somebodyElse);
    }
    database.execute("UPDATE jobs SET created_at = '2026-01-01 00:00:00.123456+00'");
    assertThat(listed(Optional.empty())).containsExactlyElementsOf(submitted);
    assertThat(listed(Optional.of(JobStatus.PENDING))).containsExactlyElementsOf(submitted);
    assertThat(listed(Optional.of(JobStatus.FAILED))).isEmpty();

    database.execute(
        "UPDATE jobs SET status = 'cancelled', completed_at = now() WHERE job_id = ?",
        submitted.get(3).toString());
    assertThat(listed(Optional.of(JobStatus.CANCELLED))).containsExactly(submitted.get(3));
  }

  private List<UUID> listed(Optional<JobStatus> status) {
    List<UUID> read = new ArrayList<>();
    PageRequest<CreatedAt> request = PageRequest.first(3);
    Page<JobSummary, CreatedAt> page = jobs.listForOwner(owner, status, request);
    page.items().forEach(job -> read.add(job.jobId()));
    while (page.next().isPresent()) {
      page = jobs.listForOwner(owner, status, request.after(page.next().get()));
      page.items().forEach(job -> read.add(job.jobId()));
    }
    return read;
  }

  private UUID submit(int apiKeyId) {
    NewJob job = newJob();
    jobs.submit(job.by(Submitter.holding(apiKeyId)));
    return job.jobId();
  }

  private JobSummary summary(UUID jobId) {
    return jobs.findForOwner(jobId, owner).orElseThrow().summary();
  }
}
