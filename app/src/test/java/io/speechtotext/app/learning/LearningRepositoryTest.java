package io.speechtotext.app.learning;

import static io.speechtotext.jooq.Tables.FEEDBACK;
import static io.speechtotext.jooq.Tables.LEXICONS;
import static io.speechtotext.jooq.Tables.LEXICON_TERMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.feedback.FeedbackFixture;
import io.speechtotext.app.feedback.FeedbackRepository;
import io.speechtotext.app.feedback.FeedbackType;
import io.speechtotext.app.feedback.NewFeedback;
import io.speechtotext.app.feedback.Review;
import io.speechtotext.app.lexicon.LexiconId;
import io.speechtotext.jooq.Routines;
import io.speechtotext.jooq.tables.records.FeedbackRecord;
import io.speechtotext.jooq.tables.records.LexiconTermRecord;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.util.UUID;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FromTemplate(MigratedSchema.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LearningRepositoryTest {

  private final Database database;
  private final FeedbackFixture fixture;
  private final FeedbackRepository feedback;
  private final LearningRepository learning;
  private final int key;
  private final UUID job;

  LearningRepositoryTest(ThrowawayDatabase copy) {
    database = MigratedSchema.open(copy);
    fixture = new FeedbackFixture(copy);
    feedback = new FeedbackRepository(database);
    learning = new LearningRepository(database);
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

  private int submitted(String original, String corrected) {
    return feedback
        .submit(NewFeedback.correction(job, key, original, corrected).forLexicon("names"))
        .id();
  }

  private int approved(String original, String corrected) {
    int id = submitted(original, corrected);
    feedback.review(id, Review.approval("Grace"));
    return id;
  }

  private LexiconTermRecord term(String term) {
    return fixture
        .dsl()
        .fetchSingle(
            LEXICON_TERMS,
            LEXICON_TERMS
                .LEXICON_ID
                .eq("names")
                .and(LEXICON_TERMS.NORMALIZED_TERM.eq(Routines.normalizeTerm(term))));
  }

  private FeedbackRecord row(int id) {
    return fixture.dsl().fetchSingle(FEEDBACK, FEEDBACK.ID.eq(id));
  }

  private void store(String term, String replacement, boolean isActive) {
    fixture
        .dsl()
        .insertInto(LEXICON_TERMS)
        .set(LEXICON_TERMS.LEXICON_ID, "names")
        .set(LEXICON_TERMS.TERM, term)
        .set(LEXICON_TERMS.NORMALIZED_TERM, Routines.normalizeTerm(term))
        .set(LEXICON_TERMS.REPLACEMENT, replacement)
        .set(LEXICON_TERMS.SOURCE, "manual")
        .set(LEXICON_TERMS.FREQUENCY, 5)
        .set(LEXICON_TERMS.IS_ACTIVE, isActive)
        .execute();
  }

  @Test
  void anApprovedCorrectionBecomesATermOfItsLexicon() {
    submitted("dear Smyth,", "dear Smith,");
    int id = approved("dear Smyth,", "dear Smith,");
    LearnedBatch batch = learning.learn(10);
    assertThat(batch).isEqualTo(new LearnedBatch(1, 1, java.util.List.of()));
    assertThat(term("smyth"))
        .satisfies(
            term -> {
              assertThat(term.getTerm()).isEqualTo("Smyth");
              assertThat(term.getReplacement()).isEqualTo("Smith");
              assertThat(term.getSource()).isEqualTo("feedback");
              assertThat(term.getFrequency()).isEqualTo(2);
              assertThat(term.getIsActive()).isTrue();
            });
    assertThat(row(id).getIsProcessed()).isTrue();
    assertThat(row(id).getProcessedAt()).isNotNull();
    assertThat(row(id).getMetadata()).isNull();
  }

  @Test
  void eachCorrectionIsLearnedOnce() {
    approved("Smyth", "Smith");
    assertThat(learning.learn(10).corrections()).isEqualTo(1);
    assertThat(learning.learn(10)).isEqualTo(LearnedBatch.EMPTY);
    assertThat(term("smyth").getFrequency()).isEqualTo(1);
  }

  @Test
  void whatIsNotApprovedIsNotLearned() {
    submitted("Smyth", "Smith");
    feedback.review(submitted("Jon", "John"), Review.rejection("Grace"));
    assertThat(learning.learn(10)).isEqualTo(LearnedBatch.EMPTY);
    assertThat(fixture.dsl().fetchCount(LEXICON_TERMS)).isZero();
  }

  @Test
  void whatWasApprovedFirstIsTakenFirst() {
    int submittedFirst = submitted("Smyth", "Smith");
    int approvedFirst = approved("Jon", "John");
    feedback.review(submittedFirst, Review.approval("Grace"));
    assertThat(learning.learn(1).corrections()).isEqualTo(1);
    assertThat(row(approvedFirst).getIsProcessed()).isTrue();
    assertThat(row(submittedFirst).getIsProcessed()).isFalse();
  }

  @Test
  void aTermThatSaysTheSameKeepsItsSourceAndCountsTheMore() {
    store("SMYTH", "Smith", true);
    approved("Smyth", "Smith");
    learning.learn(10);
    assertThat(term("smyth").getTerm()).isEqualTo("SMYTH");
    assertThat(term("smyth").getSource()).isEqualTo("manual");
    assertThat(term("smyth").getFrequency()).isEqualTo(6);
  }

  @Test
  void aTermThatSaysOtherwiseIsCorrected() {
    store("smyth", "Smithe", true);
    approved("Smyth", "Smith");
    learning.learn(10);
    assertThat(term("smyth").getReplacement()).isEqualTo("Smith");
    assertThat(term("smyth").getSource()).isEqualTo("feedback");
    assertThat(term("smyth").getFrequency()).isEqualTo(6);
  }

  @Test
  void aTermThatWasRemovedComesBack() {
    store("smyth", "Smith", false);
    approved("Smyth", "Smith");
    learning.learn(10);
    assertThat(term("smyth").getIsActive()).isTrue();
    assertThat(term("smyth").getSource()).isEqualTo("feedback");
  }

  @Test
  void correctionsOfOneTermInOneBatchAreOneTermThatSaysWhatTheNewestSays() {
    approved("Smyth", "Smithe");
    approved("dear SMYTH", "dear Smith");
    LearnedBatch batch = learning.learn(10);
    assertThat(batch.corrections()).isEqualTo(2);
    assertThat(batch.terms()).isEqualTo(1);
    assertThat(term("smyth").getReplacement()).isEqualTo("Smith");
    assertThat(term("smyth").getFrequency()).isEqualTo(2);
  }

  @Test
  void aCorrectionWithoutALexiconTeachesTheGeneralOne() {
    int id = feedback.submit(NewFeedback.correction(job, key, "Smyth", "Smith")).id();
    feedback.review(id, Review.approval("Grace"));
    learning.learn(10);
    assertThat(fixture.dsl().fetchSingle(LEXICON_TERMS).getLexiconId()).isEqualTo("general");
  }

  @Test
  void theLexiconHasANewVersionAfterwards() {
    approved("Smyth", "Smith");
    learning.learn(10);
    long before = version();
    approved("Jon", "John");
    learning.learn(10);
    assertThat(version()).isGreaterThan(before);
  }

  @Test
  void anOlderRowWithoutExtractedTermsIsComparedNow() {
    int id = approved("dear Smyth", "dear Smith");
    fixture
        .dsl()
        .update(FEEDBACK)
        .set(FEEDBACK.EXTRACTED_TERMS, DSL.inline((JSONB) null, FEEDBACK.EXTRACTED_TERMS))
        .where(FEEDBACK.ID.eq(id))
        .execute();
    learning.learn(10);
    assertThat(term("smyth").getReplacement()).isEqualTo("Smith");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | no_term",
        "[{\"term\": \" \", \"replacement\": \"a\"}] | blank",
        "[{\"term\": \"\u200C\", \"replacement\": \"a\"}] | blank",
        "[{\"term\": \"a\", \"replacement\": \"\"}] | blank",
        "[{\"term\": \"a\", \"replacement\": \" a \"}] | self_reference",
        "{\"term\": \"a\"} | no_term",
        "[1, {\"term\": [\"a\"], \"replacement\": \"b\"}] | no_term"
      })
  void whatCannotBecomeATermIsNotedWithItsReason(String extractedTerms, String reason) {
    int id = approved("a", "b");
    extract(id, extractedTerms);
    assertThat(learning.learn(10).refused()).hasSize(1);
    assertThat(row(id).getIsProcessed()).isTrue();
    assertThat(reasons(id)).isEqualTo(reason);
    assertThat(fixture.dsl().fetchCount(LEXICON_TERMS)).isZero();
  }

  @Test
  void aTermThatIsTooLongIsNotedAndTheOthersAreLearned() {
    int id = approved("a", "b");
    extract(
        id,
        "[{\"term\": \"%s\", \"replacement\": \"b\"}, {\"term\": \"c\", \"replacement\": \"d\"}]"
            .formatted("x".repeat(256)));
    LearnedBatch batch = learning.learn(10);
    assertThat(batch.terms()).isEqualTo(1);
    assertThat(batch.refused()).hasSize(1);
    assertThat(reasons(id)).isEqualTo("too_long");
    assertThat(term("c").getReplacement()).isEqualTo("d");
  }

  @Test
  void aTermThatWouldLeadBackToItselfIsNoted() {
    store("john", "Jack", true);
    store("jack", "Ian", true);
    int id = approved("Ian", "John");
    learning.learn(10);
    assertThat(reasons(id)).isEqualTo("cycle");
    assertThat(fixture.dsl().fetchCount(LEXICON_TERMS)).isEqualTo(2);
  }

  @Test
  void correctionsThatContradictEachOtherAreNoted() {
    int one = approved("Jon", "John");
    int other = approved("John", "Jon");
    assertThat(learning.learn(10).terms()).isZero();
    assertThat(reasons(one)).isEqualTo("cycle");
    assertThat(reasons(other)).isEqualTo("cycle");
  }

  /** What is learned of a is the newer correction alone. */
  @Test
  void anOlderCorrectionOfATermClosesNoCircle() {
    approved("a", "b");
    approved("a", "c");
    approved("b", "a");
    assertThat(learning.learn(10).terms()).isEqualTo(2);
    assertThat(term("a").getReplacement()).isEqualTo("c");
    assertThat(term("b").getReplacement()).isEqualTo("a");
  }

  @Test
  void lexiconsHaveCirclesOfTheirOwn() {
    approved("a", "b");
    int other = approved("b", "a");
    fixture
        .dsl()
        .execute("UPDATE feedback SET lexicon_id = 'drugs' WHERE id = {0}", DSL.val(other));
    assertThat(learning.learn(10).terms()).isEqualTo(2);
  }

  @Test
  void aChainThatEndsIsLearned() {
    store("john", "Jack", true);
    store("jack", "jack", true);
    approved("Ian", "John");
    learning.learn(10);
    assertThat(term("ian").getReplacement()).isEqualTo("John");
  }

  @Test
  void whatMetadataHeldBeforeStaysThere() {
    int id = approved("a", "b");
    extract(id, "[]");
    note(id, "{\"from\": \"hand\"}");
    learning.learn(10);
    assertThat(row(id).getMetadata())
        .isEqualTo(
            JSONB.valueOf("{\"from\": \"hand\", \"refused_terms\": [{\"reason\": \"no_term\"}]}"));
  }

  @Test
  void aBatchHasALimit() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> learning.learn(0))
        .withMessage("limit is from 1 to 1000, not 0");
  }

  @Test
  void aCircleThatShowsOnlyWhenAnotherIsRefusedIsNoted() {
    store("a", "c", true);
    approved("a", "b");
    approved("b", "a");
    int last = approved("c", "a");
    assertThat(learning.learn(10).terms()).isZero();
    assertThat(reasons(last)).isEqualTo("cycle");
    assertThat(fixture.dsl().fetchCount(LEXICON_TERMS)).isEqualTo(1);
  }

  @Test
  void countsEndAtWhatTheirColumnsHold() {
    store("smyth", "Smith", true);
    int id = approved("Smyth", "Smith");
    fixture.dsl().execute("UPDATE lexicon_terms SET frequency = 2147483647");
    fixture.dsl().execute("UPDATE feedback SET frequency = 2147483647");
    submitted("Smyth", "Smith");
    assertThat(row(id).getFrequency()).isEqualTo(Integer.MAX_VALUE);
    assertThat(learning.learn(10).terms()).isEqualTo(1);
    assertThat(term("smyth").getFrequency()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void onlyCorrectionsTeach() {
    NewFeedback issue =
        NewFeedback.correction(job, key, "Smyth", "Smith").as(FeedbackType.QUALITY_ISSUE);
    feedback.review(feedback.submit(issue).id(), Review.approval("Grace"));
    assertThat(learning.learn(10)).isEqualTo(LearnedBatch.EMPTY);
    fixture.dsl().execute("UPDATE feedback SET feedback_type = NULL");
    assertThat(learning.learn(10).terms()).isEqualTo(1);
  }

  @Test
  void aServiceMayHaveAnotherDefaultLexicon() {
    int id = feedback.submit(NewFeedback.correction(job, key, "Smyth", "Smith")).id();
    feedback.review(id, Review.approval("Grace"));
    learning.withDefaultLexicon(LexiconId.of("names")).learn(10);
    assertThat(term("smyth").getReplacement()).isEqualTo("Smith");
  }

  private long version() {
    return fixture
        .dsl()
        .select(DSL.max(LEXICONS.VERSION))
        .from(LEXICONS)
        .fetchSingle()
        .map(row -> row.get(0, long.class));
  }

  private void extract(int id, String extractedTerms) {
    fixture
        .dsl()
        .update(FEEDBACK)
        .set(FEEDBACK.EXTRACTED_TERMS, JSONB.valueOf(extractedTerms))
        .where(FEEDBACK.ID.eq(id))
        .execute();
  }

  private void note(int id, String metadata) {
    fixture
        .dsl()
        .update(FEEDBACK)
        .set(FEEDBACK.METADATA, JSONB.valueOf(metadata))
        .where(FEEDBACK.ID.eq(id))
        .execute();
  }

  private String reasons(int id) {
    return fixture
        .dsl()
        .fetchSingle(
            "SELECT string_agg(each ->> 'reason', ',')"
                + " FROM feedback, jsonb_array_elements(metadata -> 'refused_terms') AS each"
                + " WHERE id = {0}",
            DSL.val(id))
        .get(0, String.class);
  }
}
