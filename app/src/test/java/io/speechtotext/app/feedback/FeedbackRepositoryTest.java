package io.speechtotext.app.feedback;

import static io.speechtotext.jooq.Tables.FEEDBACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.job.Audio;
import io.speechtotext.app.job.JobRepository;
import io.speechtotext.app.job.NewJob;
import io.speechtotext.app.paging.CreatedAt;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.jooq.tables.pojos.Feedback;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class FeedbackRepositoryTest {

  private final Database database;
  private final FeedbackRepository feedback;
  private final int jobId;

  FeedbackRepositoryTest(ThrowawayDatabase copy) {
    database = MigratedSchema.open(copy);
    feedback = new FeedbackRepository(database);
    JobRepository jobs = new JobRepository(database);
    UUID publicId = UUID.randomUUID();
    jobs.submit(NewJob.of(publicId, Audio.UNKNOWN));
    jobId = jobs.findRow(publicId).orElseThrow().id();
  }

  @BeforeEach
  void removeFeedback() {
    database.dsl().deleteFrom(FEEDBACK).execute();
  }

  @AfterEach
  void closePool() {
    database.close();
  }

  @Test
  void createdFeedbackWaitsForItsReview() {
    Feedback created = feedback.create(NewFeedback.correction(jobId, "helo", "hello"));
    assertThat(created.status()).isEqualTo("pending");
    assertThat(created.isProcessed()).isFalse();
    assertThat(created.frequency()).isEqualTo(1);
    assertThat(created.feedbackType()).isEqualTo("correction");
    assertThat(feedback.findById(created.id())).contains(created);
  }

  @Test
  void feedbackThatIsNotThereIsNotFound() {
    assertThat(feedback.findById(-1)).isEmpty();
  }

  @Test
  void aJobThatIsNotThereIsRefused() {
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> feedback.create(NewFeedback.correction(-1, "helo", "hello")))
        .satisfies(e -> assertThat(e.rule().constraint()).isEqualTo("fk_feedback_job_id"));
  }

  @Test
  void pagesFollowEachOtherNewestFirst() {
    Feedback first = feedback.create(NewFeedback.correction(jobId, "a", "b"));
    Feedback second = feedback.create(NewFeedback.correction(jobId, "c", "d"));
    PageRequest<CreatedAt> request = PageRequest.first(1);
    Page<Feedback, CreatedAt> page = feedback.list(request);
    assertThat(page.items()).containsExactly(second);
    assertThat(page.next())
        .hasValueSatisfying(
            next -> assertThat(feedback.list(request.after(next)).items()).containsExactly(first));
  }
}
