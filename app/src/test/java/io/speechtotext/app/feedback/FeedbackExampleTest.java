package io.speechtotext.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.Example;
import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.learning.LearnedBatch;
import io.speechtotext.app.learning.LearningRepository;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class FeedbackExampleTest {

  // example begins
  static int submitted(FeedbackRepository feedback, UUID jobId, int apiKeyId) {
    NewFeedback correction =
        NewFeedback.correction(jobId, apiKeyId, "Dear Doctor Smyth", "Dear Doctor Smith");
    return feedback.submit(correction.forLexicon("names").by("Ada")).id();
  }

  /** What waits longest for its review. */
  static List<Feedback> queue(FeedbackRepository feedback) {
    FeedbackFilter pending =
        FeedbackFilter.builder().status(FeedbackStatus.PENDING).lexiconId("names").build();
    FeedbackOrder oldestFirst = FeedbackOrder.ascending(FeedbackOrder.Key.CREATED_AT);
    return feedback.list(pending, oldestFirst, PageRequest.first(50)).items();
  }

  static void approved(FeedbackRepository feedback, int id) {
    feedback.review(id, Review.approval("Grace").withConfidence(0.9));
  }

  /** In a worker, now and then. */
  static int learned(LearningRepository learning) {
    int terms = 0;
    LearnedBatch batch = learning.learn(100);
    while (batch.corrections() > 0) {
      terms += batch.terms();
      batch = learning.learn(100);
    }
    return terms;
  }

  // example ends

  @Test
  void runsAsThePageSays(ThrowawayDatabase copy) {
    FeedbackFixture fixture = new FeedbackFixture(copy);
    int key = fixture.apiKey();
    try (Database database = MigratedSchema.open(copy)) {
      FeedbackRepository feedback = new FeedbackRepository(database);
      int id = submitted(feedback, fixture.completedJob(key), key);
      assertThat(queue(feedback)).extracting(Feedback::id).containsExactly(id);
      approved(feedback, id);
      assertThat(queue(feedback)).isEmpty();
      assertThat(learned(new LearningRepository(database))).isEqualTo(1);
    }
  }

  @Test
  void isWhatThePageQuotes() throws IOException {
    Example.assertQuoted("docs/repositories/feedback.md", FeedbackExampleTest.class);
  }
}
