package io.speechtotext.app.feedback;

import static io.speechtotext.jooq.Tables.FEEDBACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.failure.RefusedTransitionException;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@FromTemplate(MigratedSchema.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedbackConcurrencyTest {

  private final Database database;
  private final FeedbackFixture fixture;
  private final FeedbackRepository feedback;
  private final int key;
  private final UUID job;

  FeedbackConcurrencyTest(ThrowawayDatabase copy) {
    database = MigratedSchema.open(copy);
    fixture = new FeedbackFixture(copy);
    feedback = new FeedbackRepository(database);
    key = fixture.apiKey();
    job = fixture.completedJob(key);
  }

  @BeforeEach
  void removeFeedback() {
    fixture.clear();
  }

  @AfterAll
  void closePool() {
    database.close();
  }

  @Test
  void theSameCorrectionFromFiftyAtOnceIsOneRowThatCountsFifty() throws Exception {
    List<Feedback> submitted =
        atOnce(50, i -> feedback.submit(NewFeedback.correction(job, key, "helo", "hello")));
    assertThat(submitted).extracting(Feedback::id).containsOnly(submitted.get(0).id());
    assertThat(submitted).extracting(Feedback::frequency).doesNotHaveDuplicates();
    assertThat(fixture.dsl().fetchSingle(FEEDBACK).getFrequency()).isEqualTo(50);
  }

  @RepeatedTest(20)
  void ofTwoReviewersOneWinsAndTheOtherLearnsWho() throws Exception {
    int id = feedback.submit(NewFeedback.correction(job, key, "helo", "hello")).id();
    List<Review> reviews = List.of(Review.approval("Ada"), Review.rejection("Grace"));
    List<Optional<String>> refusals = atOnce(2, i -> refusal(id, reviews.get(i)));
    assertThat(refusals.stream().filter(Optional::isEmpty)).hasSize(1);
    Review winner = reviews.get(refusals.indexOf(Optional.<String>empty()));
    Feedback decided = feedback.find(id).orElseThrow();
    assertThat(decided.status()).isEqualTo(winner.decision());
    assertThat(decided.reviewer()).isEqualTo(winner.reviewer());
    assertThat(refusals.stream().flatMap(Optional::stream))
        .singleElement()
        .asString()
        .contains("is %s by %s".formatted(winner.decision().value(), winner.reviewer()));
  }

  private Optional<String> refusal(int id, Review review) {
    try {
      feedback.review(id, review);
      return Optional.empty();
    } catch (RefusedTransitionException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  private static <T> List<T> atOnce(int count, IntFunction<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    CyclicBarrier start = new CyclicBarrier(count);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return work.apply(number);
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
