package io.speechtotext.app.feedback;

import static io.speechtotext.jooq.Tables.FEEDBACK;
import static io.speechtotext.jooq.Tables.JOBS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.failure.NotFoundException;
import io.speechtotext.app.failure.RefusedTransitionException;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@FromTemplate(MigratedSchema.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedbackRepositoryTest {

  private final Database database;
  private final FeedbackFixture fixture;
  private final FeedbackRepository feedback;
  private final int key;
  private final UUID job;

  FeedbackRepositoryTest(ThrowawayDatabase copy) {
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

  private NewFeedback correction(String originalText, String correctedText) {
    return NewFeedback.correction(job, key, originalText, correctedText);
  }

  @Test
  void submittedFeedbackWaitsForItsReview() {
    Feedback submitted = feedback.submit(correction("say helo", "say hello").by("Ada"));
    assertThat(submitted.jobId()).isEqualTo(job.toString());
    assertThat(submitted.status()).isEqualTo(FeedbackStatus.PENDING);
    assertThat(submitted.type()).isEqualTo(FeedbackType.CORRECTION);
    assertThat(submitted.createdBy()).isEqualTo("Ada");
    assertThat(submitted.frequency()).isEqualTo(1);
    assertThat(submitted.reviewer()).isNull();
    assertThat(submitted.processedAt()).isNull();
    assertThat(submitted.createdAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(feedback.find(submitted.id())).contains(submitted);
  }

  @Test
  void whatFollowsFromTheTextsIsComputedOnSubmit() {
    Feedback submitted = feedback.submit(correction("say helo, world", "say hello, world"));
    assertThat(submitted.editDistance()).isEqualTo(1);
    assertThat(submitted.accuracyScore()).isEqualTo(1 - 1.0 / 16);
    assertThat(submitted.diff())
        .isEqualTo("{\"words\": [{\"at\": 1, \"to\": \"hello\", \"from\": \"helo\"}]}");
    assertThat(submitted.extractedTerms())
        .isEqualTo("[{\"term\": \"helo\", \"replacement\": \"hello\"}]");
  }

  @Test
  void columnsHoldWhatTheOldServicePutIntoMetadata() {
    int id = feedback.submit(correction("a", "b").forLexicon("radiology").by("Ada")).id();
    assertThat(fixture.dsl().fetchSingle(FEEDBACK, FEEDBACK.ID.eq(id)))
        .satisfies(
            row -> {
              assertThat(row.getLexiconId()).isEqualTo("radiology");
              assertThat(row.getCreatedBy()).isEqualTo("Ada");
              assertThat(row.getStatus()).isEqualTo("pending");
              assertThat(row.getReviewer()).isNull();
              assertThat(row.getMetadata()).isNull();
            });
  }

  @Test
  void feedbackIsForTheLexiconOfItsJobUnlessItSaysOtherwise() {
    UUID cardiology = fixture.job(key, "completed", "cardiology");
    assertThat(feedback.submit(NewFeedback.correction(cardiology, key, "a", "b")).lexiconId())
        .isEqualTo("cardiology");
    assertThat(
            feedback
                .submit(NewFeedback.correction(cardiology, key, "c", "d").forLexicon("general"))
                .lexiconId())
        .isEqualTo("general");
    assertThat(feedback.submit(correction("e", "f")).lexiconId()).isNull();
  }

  @Test
  void aForeignJobIsNotFound() {
    int stranger = fixture.apiKey();
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> feedback.submit(NewFeedback.correction(job, stranger, "a", "b")))
        .withMessage("There is no job " + job);
    assertThat(fixture.dsl().fetchCount(FEEDBACK)).isZero();
  }

  @Test
  void anUnknownJobIsNotFound() {
    UUID unknown = UUID.randomUUID();
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> feedback.submit(NewFeedback.correction(unknown, key, "a", "b")))
        .withMessage("There is no job " + unknown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending", "processing", "failed", "cancelled"})
  void aJobThatIsNotCompletedTakesNoFeedback(String status) {
    UUID unfinished = fixture.job(key, status, null);
    assertThatExceptionOfType(RefusedTransitionException.class)
        .isThrownBy(() -> feedback.submit(NewFeedback.correction(unfinished, key, "a", "b")))
        .withMessage("job %s is %s and takes feedback when it is completed", unfinished, status);
    assertThat(fixture.dsl().fetchCount(FEEDBACK)).isZero();
  }

  @Test
  void theSameCorrectionAgainIsCountedUp() {
    Feedback first = feedback.submit(correction("helo", "hello").by("Ada"));
    Feedback again = feedback.submit(correction("helo", "hello").by("Grace"));
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.frequency()).isEqualTo(2);
    assertThat(again.createdBy()).isEqualTo("Ada");
    assertThat(feedback.find(first.id())).contains(again);
  }

  @Test
  void aSeparatorTellsTextsApartThatReadAlikeTogether() {
    Feedback one = feedback.submit(correction("ab", "c"));
    Feedback other = feedback.submit(correction("a", "bc"));
    assertThat(other.id()).isNotEqualTo(one.id());
  }

  @Test
  void theSameCorrectionOfAnotherJobIsAnother() {
    Feedback one = feedback.submit(correction("helo", "hello"));
    UUID otherJob = fixture.completedJob(key);
    Feedback other = feedback.submit(NewFeedback.correction(otherJob, key, "helo", "hello"));
    assertThat(other.id()).isNotEqualTo(one.id());
    assertThat(other.frequency()).isEqualTo(1);
  }

  @Test
  void whatWasDecidedStandsWhenTheCorrectionComesInAgain() {
    int id = feedback.submit(correction("helo", "hello")).id();
    feedback.review(id, Review.rejection("Grace"));
    Feedback again = feedback.submit(correction("helo", "hello"));
    assertThat(again.status()).isEqualTo(FeedbackStatus.REJECTED);
    assertThat(again.frequency()).isEqualTo(2);
  }

  @Test
  void textsThatDoNotDifferAreRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> correction("same", "same"))
        .withMessage("feedback.correctedText must differ from the original text");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> correction(" ", "b"))
        .withMessage("feedback.originalText must not be blank");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> correction("a", "b\0"))
        .withMessage("feedback.correctedText must not hold the character U+0000");
  }

  @Test
  void namesThatDoNotFitTheirColumnsAreRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> correction("a", "b").by("x".repeat(101)))
        .withMessage("feedback.createdBy has at most 100 characters, not 101");
    assertThat(feedback.submit(correction("a", "b").by("😀".repeat(100))).createdBy())
        .isEqualTo("😀".repeat(100));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> correction("a", "b").forLexicon("no lexicon"))
        .withMessageStartingWith("feedback.lexiconId is 1 to 100 ASCII letters");
  }

  @Test
  void aReviewIsRecordedWithItsReviewerAndItsTime() {
    Feedback pending = feedback.submit(correction("helo", "hello").by("Ada"));
    Feedback approved =
        feedback.review(
            pending.id(),
            Review.approval("Grace")
                .withNotes("heard it myself")
                .withConfidence(0.9)
                .withDuration(Duration.ofSeconds(75)));
    assertThat(approved.status()).isEqualTo(FeedbackStatus.APPROVED);
    assertThat(approved.reviewer()).isEqualTo("Grace");
    assertThat(approved.createdBy()).isEqualTo("Ada");
    assertThat(approved.reviewNotes()).isEqualTo("heard it myself");
    assertThat(approved.confidence()).isEqualTo(0.9);
    assertThat(approved.reviewTime()).isEqualTo(Duration.ofSeconds(75));
    assertThat(approved.reviewedAt())
        .isAfterOrEqualTo(pending.createdAt())
        .isBeforeOrEqualTo(Instant.now().plusSeconds(60));
    assertThat(feedback.find(pending.id())).contains(approved);
  }

  @Test
  void aDecisionIsNotMadeAgain() {
    int id = feedback.submit(correction("helo", "hello")).id();
    Feedback approved = feedback.review(id, Review.approval("Grace"));
    assertThatExceptionOfType(RefusedTransitionException.class)
        .isThrownBy(() -> feedback.review(id, Review.rejection("Ada")))
        .withMessage(
            "feedback %d is approved by Grace since %s and is not reviewed again",
            id, approved.reviewedAt());
    assertThat(feedback.find(id)).contains(approved);
  }

  @Test
  void feedbackThatIsNotThereIsNotFound() {
    assertThat(feedback.find(-1)).isEmpty();
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> feedback.review(-1, Review.approval("Grace")))
        .withMessage("There is no feedback -1");
  }

  @Test
  void aDecisionIsApprovedOrRejected() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Review(FeedbackStatus.PENDING, "Grace", null, null, null))
        .withMessage("review.decision is approved or rejected, not pending");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Review.approval("Grace").withConfidence(1.5))
        .withMessage("review.confidence is from 0 to 1, not 1.5");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Review.approval("Grace").withConfidence(Double.NaN));
  }

  @Test
  void theAuthorWhomTheOldServiceNamedAsReviewerStaysTheAuthor() {
    int id = oldRow("Ada");
    assertThat(feedback.find(id))
        .hasValueSatisfying(
            old -> {
              assertThat(old.createdBy()).isEqualTo("Ada");
              assertThat(old.reviewer()).isNull();
            });
    Feedback reviewed = feedback.review(id, Review.approval("Grace"));
    assertThat(reviewed.createdBy()).isEqualTo("Ada");
    assertThat(reviewed.reviewer()).isEqualTo("Grace");
  }

  private int oldRow(String reviewer) {
    return fixture
        .dsl()
        .insertInto(FEEDBACK)
        .set(
            FEEDBACK.JOB_ID,
            fixture.dsl().select(JOBS.ID).from(JOBS).where(JOBS.JOB_ID.eq(job.toString())))
        .set(FEEDBACK.ORIGINAL_TEXT, "a")
        .set(FEEDBACK.CORRECTED_TEXT, "b")
        .set(FEEDBACK.REVIEWER, reviewer)
        .set(FEEDBACK.METADATA, JSONB.valueOf("{\"by\": \"hand\"}"))
        .returningResult(FEEDBACK.ID)
        .fetchSingle()
        .value1();
  }

  @Test
  void timesDoNotFollowTheZoneOfTheServer(ThrowawayDatabase copy) {
    String database = fixture.dsl().fetchSingle("SELECT current_database()").get(0, String.class);
    fixture.dsl().execute("ALTER DATABASE {0} SET TimeZone = 'Asia/Tehran'", DSL.name(database));
    try (Database shifted = MigratedSchema.open(copy)) {
      FeedbackRepository there = new FeedbackRepository(shifted);
      int id = there.submit(correction("x", "y")).id();
      Feedback reviewed = there.review(id, Review.approval("Grace"));
      assertThat(reviewed.createdAt()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
      assertThat(reviewed.reviewedAt()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
      assertThat(feedback.find(id)).contains(reviewed);
    }
  }
}
