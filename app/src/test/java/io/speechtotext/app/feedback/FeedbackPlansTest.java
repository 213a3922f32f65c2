package io.speechtotext.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.Query;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How the server runs the statements on 100,000 rows of feedback, or as many as {@code
 * -Dfeedback.rows} says: most of it decided about long ago, some pending, few people who review and
 * many who write.
 */
@FromTemplate(MigratedSchema.class)
class FeedbackPlansTest {

  private static final int ROWS = Integer.getInteger("feedback.rows", 100_000);
  private static final int LIMIT = 51;
  // Pages of 8 KiB: three for each row's job, one for the row, and some rows that do not fit.
  private static final int FEW = 2000;
  private static final UUID JOB = new UUID(0, 7); // one of the seed
  private static final Instant BEGIN = FeedbackSeed.BEGIN;
  // Three rows came in each second.
  private static final Instant MIDDLE = BEGIN.plusSeconds(ROWS / 6);
  private static final Pattern BUFFERS =
      Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

  private static final List<Optional<FeedbackPosition>> POSITIONS =
      List.of(
          Optional.empty(),
          Optional.of(new FeedbackPosition(MIDDLE, 0.5, 500, ROWS / 2)),
          Optional.of(new FeedbackPosition(MIDDLE, null, null, ROWS / 2)));

  private final FeedbackPlans plans;

  FeedbackPlansTest(ThrowawayDatabase copy) {
    plans = new FeedbackPlans(copy);
  }

  @BeforeAll
  static void seed(ThrowawayDatabase copy) throws SQLException {
    FeedbackSeed.fill(copy, ROWS);
  }

  static Stream<FeedbackFilter> commonFilters() {
    return Stream.of(
            FeedbackFilter.builder(),
            FeedbackFilter.builder().status(FeedbackStatus.PENDING),
            FeedbackFilter.builder().status(FeedbackStatus.APPROVED),
            FeedbackFilter.builder().status(FeedbackStatus.PENDING).lexiconId("lexicon-20"),
            FeedbackFilter.builder().status(FeedbackStatus.APPROVED).lexiconId("lexicon-7"),
            FeedbackFilter.builder().lexiconId("lexicon-7"),
            FeedbackFilter.builder().reviewer("reviewer-7"),
            FeedbackFilter.builder().reviewer("reviewer-7").status(FeedbackStatus.REJECTED),
            FeedbackFilter.builder().createdBy("author-7"),
            FeedbackFilter.builder().type(FeedbackType.CORRECTION),
            FeedbackFilter.builder().type(FeedbackType.QUALITY_ISSUE),
            FeedbackFilter.builder().isProcessed(true),
            FeedbackFilter.builder().isProcessed(false),
            FeedbackFilter.builder().minimumAccuracy(0.9),
            FeedbackFilter.builder().jobId(JOB),
            FeedbackFilter.builder().from(BEGIN).to(BEGIN.plusSeconds(3600)),
            FeedbackFilter.builder()
                .status(FeedbackStatus.PENDING)
                .from(MIDDLE)
                .to(MIDDLE.plusSeconds(ROWS / 30)))
        .map(FeedbackFilterBuilder::build);
  }

  static Stream<FeedbackFilter> allFilters() {
    return Stream.concat(
        commonFilters(),
        Stream.of(
                FeedbackFilter.builder().status(FeedbackStatus.APPROVED).isProcessed(false),
                FeedbackFilter.builder().minimumAccuracy(0.2).maximumAccuracy(0.21),
                FeedbackFilter.builder()
                    .status(FeedbackStatus.APPROVED)
                    .lexiconId("lexicon-7")
                    .type(FeedbackType.QUALITY_ISSUE)
                    .createdBy("author-7")
                    .from(BEGIN)
                    .to(MIDDLE))
            .map(FeedbackFilterBuilder::build));
  }

  @ParameterizedTest
  @MethodSource("allFilters")
  void noPageReadsAWholeTable(FeedbackFilter filter) throws SQLException {
    for (FeedbackOrder order : FeedbackListTest.orders().toList()) {
      for (Optional<FeedbackPosition> after : POSITIONS) {
        assertThat(plans.of(page(filter, order, after)))
            .as("%s %s", order, after)
            .doesNotContain("Seq Scan");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("commonFilters")
  void aPageByTimeReadsLittleMoreThanItShowsWhereverItIs(FeedbackFilter filter)
      throws SQLException {
    for (Optional<FeedbackPosition> after : POSITIONS) {
      assertThat(buffers(page(filter, FeedbackOrder.NEWEST_FIRST, after)))
          .as("%s", after)
          .isLessThan(FEW);
    }
  }

  @ParameterizedTest
  @MethodSource("io.speechtotext.app.feedback.FeedbackListTest#orders")
  void soDoesAPageOfAllAndOfTheReviewQueueInEveryOrder(FeedbackOrder order) throws SQLException {
    FeedbackFilter queue = FeedbackFilter.builder().status(FeedbackStatus.PENDING).build();
    for (Optional<FeedbackPosition> after : POSITIONS) {
      assertThat(buffers(page(FeedbackFilter.ALL, order, after))).as("%s", after).isLessThan(FEW);
      assertThat(buffers(page(queue, order, after))).as("%s", after).isLessThan(FEW);
    }
  }

  @Test
  void listsAreReadByTheirIndexes() throws SQLException {
    assertThat(newest(FeedbackFilter.builder()))
        .contains("Backward using ix_feedback_created_at_id");
    assertThat(newest(FeedbackFilter.builder().status(FeedbackStatus.PENDING)))
        .contains("Backward using ix_feedback_status_created_at_id");
    assertThat(
            newest(FeedbackFilter.builder().status(FeedbackStatus.PENDING).lexiconId("lexicon-20")))
        .contains("Backward using ix_feedback_status_lexicon_id_created_at_id");
    assertThat(newest(FeedbackFilter.builder().lexiconId("lexicon-7")))
        .contains("Backward using ix_feedback_lexicon_id_created_at_id");
    assertThat(newest(FeedbackFilter.builder().reviewer("reviewer-7")))
        .contains("Backward using ix_feedback_reviewer_created_at_id");
    assertThat(newest(FeedbackFilter.builder().createdBy("author-7")))
        .contains("ix_feedback_created_by");
    assertThat(newest(FeedbackFilter.builder().jobId(JOB)))
        .contains("ix_feedback_job_id", "_jobs_job_id");
  }

  private String newest(FeedbackFilterBuilder filter) throws SQLException {
    return plans.of(page(filter.build(), FeedbackOrder.NEWEST_FIRST, Optional.empty()));
  }

  @Test
  void statisticsReadAnIndexAndNoText() throws SQLException {
    assertThat(plans.of(new FeedbackCounts().of(FeedbackConditions.of(FeedbackFilter.ALL))))
        .contains("Index Only Scan using ix_feedback_status_created_at_id")
        .doesNotContain("Seq Scan");
  }

  @Test
  void feedbackIsSubmittedFoundAndReviewedByIndexWhateverItsValues() throws SQLException {
    assertThat(generic(Submission.PUTTING))
        .contains("Conflict Arbiter Indexes: uq_feedback_job_id_correction_digest")
        .containsPattern("Index Scan using (uq_jobs_job_id|ix_jobs_job_id) on jobs")
        .doesNotContain("Seq Scan");
    assertThat(generic(FeedbackRepository.FINDING))
        .contains("Index Scan using feedback_pkey", "Index Scan using jobs_pkey")
        .doesNotContain("Seq Scan");
    assertThat(generic(Reviewing.DECIDING))
        .contains("Index Scan using feedback_pkey", "Index Scan using jobs_pkey")
        .doesNotContain("Seq Scan");
  }

  private String generic(Prepared<?, ?> statement) throws SQLException {
    return plans.generic(statement.sql());
  }

  private static Query page(
      FeedbackFilter filter, FeedbackOrder order, Optional<FeedbackPosition> after) {
    return FeedbackPages.of(order).page(FeedbackConditions.of(filter), after, LIMIT);
  }

  private int buffers(Query query) throws SQLException {
    Matcher buffers = BUFFERS.matcher(plans.ofRun(query));
    assertThat(buffers.find()).isTrue();
    return Stream.of(buffers.group(1), Optional.ofNullable(buffers.group(2)).orElse("0"))
        .mapToInt(Integer::parseInt)
        .sum();
  }
}
