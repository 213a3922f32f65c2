package io.speechtotext.app.feedback;

import static io.speechtotext.jooq.Tables.FEEDBACK;
import static io.speechtotext.jooq.Tables.JOBS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.feedback.FeedbackStatistics.AccuracyCount;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@FromTemplate(MigratedSchema.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedbackListTest {

  private static final Instant NOON = Instant.parse("2026-03-21T12:00:00.000001Z");

  private final Database database;
  private final FeedbackFixture fixture;
  private final FeedbackRepository feedback;
  private final UUID job;
  private final UUID otherJob;

  FeedbackListTest(ThrowawayDatabase copy) {
    database = MigratedSchema.open(copy);
    fixture = new FeedbackFixture(copy);
    feedback = new FeedbackRepository(database);
    int key = fixture.apiKey();
    job = fixture.completedJob(key);
    otherJob = fixture.completedJob(key);
  }

  @BeforeEach
  void seed() {
    fixture.clear();
    // Groups of rows of one instant, one score and one distance, and some without.
    fixture
        .dsl()
        .execute(
            "INSERT INTO feedback (job_id, original_text, corrected_text, created_at, status, lexicon_id,"
                + " feedback_type, created_by, reviewer, reviewed_at, accuracy_score, edit_distance,"
                + " is_processed, processed_at)"
                + " SELECT CASE WHEN n % 5 = 0 THEN {1} ELSE {0} END, 'a' || n, 'b' || n,"
                + " timestamptz {2} + n / 4 * interval '1 hour',"
                + " (ARRAY['pending', 'approved', 'rejected'])[n % 3 + 1],"
                + " 'lexicon' || n % 2, (ARRAY['correction', 'validation', 'quality_issue', NULL])[n % 4 + 1],"
                + " 'author' || n % 3, CASE WHEN n % 3 > 0 THEN 'reviewer' || n % 2 END,"
                + " CASE WHEN n % 3 > 0 THEN now() END,"
                + " CASE WHEN n % 7 > 0 THEN n % 11 / 10.0 END, CASE WHEN n % 6 > 0 THEN n % 9 END,"
                + " n % 3 = 1 AND n % 2 = 0, CASE WHEN n % 3 = 1 AND n % 2 = 0 THEN now() END"
                + " FROM generate_series(0, 99) AS n",
            jobRow(job), jobRow(otherJob), DSL.inline(NOON.toString()));
  }

  private Field<Integer> jobRow(UUID jobId) {
    return DSL.field(DSL.select(JOBS.ID).from(JOBS).where(JOBS.JOB_ID.eq(jobId.toString())));
  }

  @AfterAll
  void closePool() {
    database.close();
  }

  static Stream<FeedbackOrder> orders() {
    return Stream.of(FeedbackOrder.Key.values())
        .flatMap(key -> Stream.of(FeedbackOrder.ascending(key), FeedbackOrder.descending(key)));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void pagesFollowEachOtherWithoutGapOrRepetition(FeedbackOrder order) {
    List<Feedback> expected =
        new ArrayList<>(all(FeedbackFilter.ALL, FeedbackOrder.NEWEST_FIRST, 1000));
    expected.sort(comparator(order));
    for (int limit : new int[] {1, 7, 99, 100, 1000}) {
      assertThat(all(FeedbackFilter.ALL, order, limit)).containsExactlyElementsOf(expected);
    }
  }

  private static Comparator<Feedback> comparator(FeedbackOrder order) {
    return switch (order.key()) {
      case CREATED_AT -> by(Feedback::createdAt, order);
      case ACCURACY_SCORE -> by(Feedback::accuracyScore, order);
      case EDIT_DISTANCE -> by(Feedback::editDistance, order);
    };
  }

  private static <T extends Comparable<T>> Comparator<Feedback> by(
      Function<Feedback, @Nullable T> key, FeedbackOrder order) {
    Comparator<T> direction =
        order.isDescending() ? Collections.reverseOrder() : Comparator.naturalOrder();
    Comparator<Feedback> byId = Comparator.comparing(Feedback::id);
    return Comparator.comparing(key, Comparator.nullsLast(direction))
        .thenComparing(order.isDescending() ? byId.reversed() : byId);
  }

  private List<Feedback> all(FeedbackFilter filter, FeedbackOrder order, int limit) {
    List<Feedback> all = new ArrayList<>();
    Optional<PageRequest<FeedbackPosition>> request = Optional.of(PageRequest.first(limit));
    while (request.isPresent()) {
      PageRequest<FeedbackPosition> current = request.get();
      Page<Feedback, FeedbackPosition> page = feedback.list(filter, order, current);
      all.addAll(page.items());
      request = page.next().map(current::after);
    }
    return all;
  }

  @Test
  void aRowThatComesInBetweenTwoPagesShiftsNone() {
    PageRequest<FeedbackPosition> first = PageRequest.first(50);
    Page<Feedback, FeedbackPosition> page =
        feedback.list(FeedbackFilter.ALL, FeedbackOrder.NEWEST_FIRST, first);
    List<Feedback> before = all(FeedbackFilter.ALL, FeedbackOrder.NEWEST_FIRST, 1000);
    fixture
        .dsl()
        .execute(
            "INSERT INTO feedback (job_id, original_text, corrected_text) SELECT job_id, 'c', 'd' FROM feedback LIMIT 1");
    Page<Feedback, FeedbackPosition> next =
        feedback.list(
            FeedbackFilter.ALL, FeedbackOrder.NEWEST_FIRST, first.after(page.next().orElseThrow()));
    assertThat(next.items()).containsExactlyElementsOf(before.subList(50, 100));
  }

  static Stream<FeedbackFilter> filters() {
    return Stream.of(
            FeedbackFilter.builder().status(FeedbackStatus.PENDING),
            FeedbackFilter.builder().lexiconId("lexicon1"),
            FeedbackFilter.builder().from(NOON.plusSeconds(3600)).to(NOON.plusSeconds(7200)),
            FeedbackFilter.builder().from(NOON.plusSeconds(3600)),
            FeedbackFilter.builder().to(NOON),
            FeedbackFilter.builder().type(FeedbackType.QUALITY_ISSUE),
            FeedbackFilter.builder().reviewer("reviewer1"),
            FeedbackFilter.builder().createdBy("author2"),
            FeedbackFilter.builder().minimumAccuracy(0.3).maximumAccuracy(0.5),
            FeedbackFilter.builder().minimumAccuracy(1),
            FeedbackFilter.builder().maximumAccuracy(0),
            FeedbackFilter.builder().isProcessed(true),
            FeedbackFilter.builder().isProcessed(false),
            FeedbackFilter.builder()
                .status(FeedbackStatus.APPROVED)
                .lexiconId("lexicon0")
                .from(NOON)
                .to(NOON.plusSeconds(80_000))
                .type(FeedbackType.CORRECTION)
                .reviewer("reviewer0")
                .createdBy("author1")
                .minimumAccuracy(0.1)
                .maximumAccuracy(0.9)
                .isProcessed(true))
        .map(FeedbackFilterBuilder::build);
  }

  @ParameterizedTest
  @MethodSource("filters")
  void aFilterFindsWhatFitsAndNothingElse(FeedbackFilter filter) {
    List<Feedback> expected =
        all(FeedbackFilter.ALL, FeedbackOrder.NEWEST_FIRST, 1000).stream()
            .filter(each -> fits(each, filter))
            .toList();
    assertThat(expected).isNotEmpty().hasSizeLessThan(100);
    assertThat(all(filter, FeedbackOrder.NEWEST_FIRST, 7)).containsExactlyElementsOf(expected);
    assertThat(all(filter, FeedbackOrder.ascending(FeedbackOrder.Key.ACCURACY_SCORE), 7))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(feedback.statistics(filter).total()).isEqualTo(expected.size());
  }

  private static boolean fits(Feedback each, FeedbackFilter filter) {
    return fits(filter.status(), each.status())
        && fits(filter.lexiconId(), each.lexiconId())
        && (filter.from() == null || !each.createdAt().isBefore(filter.from()))
        && (filter.to() == null || !each.createdAt().isAfter(filter.to()))
        && fits(filter.type(), each.type())
        && fits(filter.reviewer(), each.reviewer())
        && fits(filter.createdBy(), each.createdBy())
        && (filter.minimumAccuracy() == null
            || (each.accuracyScore() != null && each.accuracyScore() >= filter.minimumAccuracy()))
        && (filter.maximumAccuracy() == null
            || (each.accuracyScore() != null && each.accuracyScore() <= filter.maximumAccuracy()))
        && fits(filter.isProcessed(), each.processedAt() != null);
  }

  private static boolean fits(@Nullable Object wanted, @Nullable Object found) {
    return wanted == null || wanted.equals(found);
  }

  @Test
  void feedbackAboutAJobIsFoundByItsPublicId() {
    assertThat(all(FeedbackFilter.builder().jobId(otherJob).build(), FeedbackOrder.NEWEST_FIRST, 6))
        .hasSize(20)
        .extracting(Feedback::jobId)
        .containsOnly(otherJob.toString());
    FeedbackFilter unknown = FeedbackFilter.builder().jobId(UUID.randomUUID()).build();
    assertThat(all(unknown, FeedbackOrder.NEWEST_FIRST, 6)).isEmpty();
  }

  @Test
  void anAuthorIsAlsoFoundWhereTheOldServiceNamedThem() {
    fixture
        .dsl()
        .update(FEEDBACK)
        .set(FEEDBACK.CREATED_BY, DSL.inline((String) null))
        .set(FEEDBACK.REVIEWER, "Ada")
        .set(FEEDBACK.REVIEWED_AT, DSL.inline((Instant) null, FEEDBACK.REVIEWED_AT))
        .where(FEEDBACK.LEXICON_ID.eq("lexicon1"))
        .execute();
    FeedbackFilter byAda = FeedbackFilter.builder().createdBy("Ada").build();
    assertThat(all(byAda, FeedbackOrder.NEWEST_FIRST, 1000))
        .hasSize(50)
        .extracting(Feedback::createdBy)
        .containsOnly("Ada");
    FeedbackFilter reviewedByAda = FeedbackFilter.builder().reviewer("Ada").build();
    assertThat(all(reviewedByAda, FeedbackOrder.NEWEST_FIRST, 1000)).isEmpty();
  }

  @Test
  void limitsThatLeaveNothingBetweenThemAreRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> FeedbackFilter.builder().from(NOON.plusNanos(1)).to(NOON).build())
        .withMessage("filter.from must not be later than filter.to");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> FeedbackFilter.builder().minimumAccuracy(0.6).maximumAccuracy(0.5).build())
        .withMessage("filter.minimumAccuracy must not be greater than filter.maximumAccuracy");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> FeedbackFilter.builder().minimumAccuracy(-0.1).build());
  }

  @Test
  void statisticsCountEverythingAtOneMoment() {
    FeedbackStatistics statistics = feedback.statistics(FeedbackFilter.ALL);
    assertThat(statistics.total()).isEqualTo(100);
    assertThat(statistics.byStatus())
        .isEqualTo(
            Map.of(
                FeedbackStatus.PENDING, 34L,
                FeedbackStatus.APPROVED, 33L,
                FeedbackStatus.REJECTED, 33L));
    assertThat(statistics.byType())
        .isEqualTo(
            Map.of(
                FeedbackType.CORRECTION, 25L,
                FeedbackType.VALIDATION, 25L,
                FeedbackType.QUALITY_ISSUE, 25L));
    assertThat(statistics.withoutType()).isEqualTo(25);
    assertThat(statistics.processed()).isEqualTo(16);
    assertThat(statistics.unprocessed()).isEqualTo(84);
    assertThat(statistics.withoutAccuracy()).isEqualTo(15);
    assertThat(statistics.byAccuracy())
        .extracting(AccuracyCount::from)
        .containsExactly(0.0, 0.5, 0.8, 0.95);
    assertThat(statistics.byAccuracy())
        .extracting(AccuracyCount::to)
        .containsExactly(0.5, 0.8, 0.95, 1.0);
    assertThat(statistics.byAccuracy().stream().mapToLong(AccuracyCount::count).sum())
        .isEqualTo(85);
    assertThat(statistics.byAccuracy().get(3).count())
        .isEqualTo(
            feedback.statistics(FeedbackFilter.builder().minimumAccuracy(0.95).build()).total());
  }

  @Test
  void statisticsOfNothingAreZero() {
    FeedbackFilter none = FeedbackFilter.builder().lexiconId("no-such-lexicon").build();
    FeedbackStatistics statistics = feedback.statistics(none);
    assertThat(statistics.total()).isZero();
    assertThat(statistics.byStatus()).containsEntry(FeedbackStatus.PENDING, 0L).hasSize(3);
  }
}
