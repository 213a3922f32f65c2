package io.speechtotext.app.learning;

import static io.speechtotext.jooq.Tables.FEEDBACK;
import static io.speechtotext.jooq.Tables.JOBS;
import static io.speechtotext.jooq.Tables.LEXICON_TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.feedback.FeedbackFixture;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class LearningConcurrencyTest {

  private static final int WORKERS = 8;
  private static final int CORRECTIONS = 2000;
  private static final int TERMS = 40;

  private final FeedbackFixture fixture;

  LearningConcurrencyTest(ThrowawayDatabase copy) {
    fixture = new FeedbackFixture(copy);
  }

  @Test
  void manyWorkersLearnEachCorrectionExactlyOnce(ThrowawayDatabase copy) throws Exception {
    approveCorrections();
    try (Database database = MigratedSchema.open(copy)) {
      LearningRepository learning = new LearningRepository(database);
      assertThat(inParallel(() -> learnAll(learning)).stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(CORRECTIONS);
    }
    assertThat(fixture.dsl().fetchCount(FEEDBACK, FEEDBACK.IS_PROCESSED.isFalse())).isZero();
    assertThat(fixture.dsl().fetchCount(LEXICON_TERMS)).isEqualTo(TERMS);
    assertThat(
            fixture
                .dsl()
                .select(DSL.sum(LEXICON_TERMS.FREQUENCY))
                .from(LEXICON_TERMS)
                .fetchSingle()
                .value1())
        .isEqualByComparingTo(String.valueOf(CORRECTIONS));
  }

  private static int learnAll(LearningRepository learning) {
    int learned = 0;
    LearnedBatch batch = learning.learn(25);
    while (batch.corrections() > 0) {
      learned += batch.corrections();
      batch = learning.learn(25);
    }
    return learned;
  }

  private static List<Integer> inParallel(Callable<Integer> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
    try {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < WORKERS; i++) {
        running.add(threads.submit(work));
      }
      List<Integer> results = new ArrayList<>();
      for (Future<Integer> each : running) {
        results.add(each.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  // Of several lexicons, in another order in each row, so that workers that do not queue up in one
  // order would wait for each other.
  private void approveCorrections() {
    fixture.completedJob(fixture.apiKey());
    fixture
        .dsl()
        .execute(
            "INSERT INTO feedback (job_id, original_text, corrected_text, status, lexicon_id, extracted_terms)"
                + " SELECT {0}, 'a' || n, 'b' || n, 'approved', 'lexicon' || n / 10 % 4, jsonb_build_array("
                + "jsonb_build_object('term', 'term' || n % 10, 'replacement', 'word' || n % 10))"
                + " FROM generate_series(1, {1}) AS n",
            DSL.field(DSL.select(DSL.max(JOBS.ID)).from(JOBS)), DSL.val(CORRECTIONS));
  }
}
