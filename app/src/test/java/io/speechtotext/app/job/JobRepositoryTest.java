package io.speechtotext.app.job;

import static io.speechtotext.jooq.Tables.JOBS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.paging.CreatedAt;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.jooq.tables.pojos.Job;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class JobRepositoryTest {

  private final Database database;
  private final JobRepository jobs;

  JobRepositoryTest(ThrowawayDatabase copy) {
    database = MigratedSchema.open(copy);
    jobs = new JobRepository(database);
  }

  @BeforeEach
  void removeJobs() {
    database.dsl().deleteFrom(JOBS).execute();
  }

  @AfterEach
  void closePool() {
    database.close();
  }

  @Test
  void aCreatedJobIsPendingAndHoldsWhatItWasGiven() {
    UUID jobId = UUID.randomUUID();
    Audio audio = new Audio("talk.mp3", "mp3", 12.5, 3_000_000_000L, "/audio/1");
    Job job = jobs.create(new NewJob(jobId, audio, "fa", "whisper-1", null, "ada"));
    assertThat(job.jobId()).isEqualTo(jobId.toString());
    assertThat(job.status()).isEqualTo("pending");
    assertThat(job.audioFilename()).isEqualTo("talk.mp3");
    assertThat(job.audioDuration()).isEqualTo(12.5);
    assertThat(job.audioSizeBytes()).isEqualTo(3_000_000_000L);
    assertThat(job.language()).isEqualTo("fa");
    assertThat(job.submittedBy()).isEqualTo("ada");
    assertThat(job.apiKeyId()).isNull();
    assertThat(Duration.between(job.createdAt(), Instant.now()).abs())
        .isLessThan(Duration.ofMinutes(5));
  }

  @Test
  void aJobIsFoundByItsIdAsItWasReturned() {
    Job job = jobs.create(NewJob.of(UUID.randomUUID(), Audio.UNKNOWN));
    assertThat(jobs.findById(job.id())).contains(job);
    assertThat(jobs.findById(job.id() + 1)).isEmpty();
  }

  @Test
  void aPublicIdIsTakenOnce() {
    UUID jobId = UUID.randomUUID();
    jobs.create(NewJob.of(jobId, Audio.UNKNOWN));
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> jobs.create(NewJob.of(jobId, Audio.UNKNOWN)))
        .satisfies(e -> assertThat(e.rule().constraint()).isEqualTo("uq_jobs_job_id"));
  }

  @Test
  void aKeyThatIsNotThereIsRefused() {
    NewJob job = new NewJob(UUID.randomUUID(), Audio.UNKNOWN, null, null, 4711, null);
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> jobs.create(job))
        .satisfies(e -> assertThat(e.rule().constraint()).isEqualTo("fk_jobs_api_key_id"));
  }

  @Test
  void pagesHoldEveryJobOnceNewestFirstEvenWhenManyWereCreatedAtOneInstant() {
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      ids.add(0, jobs.create(NewJob.of(UUID.randomUUID(), Audio.UNKNOWN)).id());
    }
    Instant oneInstant = Instant.parse("2026-01-01T00:00:00.123456Z");
    database.dsl().update(JOBS).set(JOBS.CREATED_AT, oneInstant).execute();

    List<Integer> read = new ArrayList<>();
    PageRequest<CreatedAt> request = PageRequest.first(3);
    Page<Job, CreatedAt> page = jobs.list(request);
    page.items().forEach(job -> read.add(job.id()));
    while (page.next().isPresent()) {
      page = jobs.list(request.after(page.next().get()));
      page.items().forEach(job -> read.add(job.id()));
    }
    assertThat(read).containsExactlyElementsOf(ids);
  }

  @Test
  void aListThatEndsWithAPageHasNoEmptyPageBehindIt() {
    jobs.create(NewJob.of(UUID.randomUUID(), Audio.UNKNOWN));
    Page<Job, CreatedAt> page = jobs.list(PageRequest.first(1));
    assertThat(page.items()).hasSize(1);
    assertThat(page.next()).isEmpty();
  }
}
