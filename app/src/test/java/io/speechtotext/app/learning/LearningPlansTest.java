package io.speechtotext.app.learning;

import static io.speechtotext.jooq.Tables.LEXICON_TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.feedback.CorrectedTerm;
import io.speechtotext.app.feedback.FeedbackFixture;
import io.speechtotext.app.feedback.FeedbackPlans;
import io.speechtotext.app.feedback.FeedbackSeed;
import io.speechtotext.app.lexicon.LexiconId;
import io.speechtotext.app.lexicon.TermText;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the server runs the statements on 100,000 corrections and 50,000 terms. */
@FromTemplate(MigratedSchema.class)
class LearningPlansTest {

  private static final LexiconId NAMES = LexiconId.of("names");
  private static final DSLContext DIALECT = DSL.using(SQLDialect.POSTGRES);

  private final FeedbackPlans plans;

  LearningPlansTest(ThrowawayDatabase copy) {
    plans = new FeedbackPlans(copy);
  }

  @BeforeAll
  static void seed(ThrowawayDatabase copy) throws SQLException {
    FeedbackSeed.fill(copy, 100_000);
    DSLContext dsl = new FeedbackFixture(copy).dsl();
    dsl.execute(
        "INSERT INTO lexicon_terms (lexicon_id, term, normalized_term, replacement)"
            + " SELECT 'names', 'term ' || n, 'term ' || n, 'word ' || n"
            + " FROM generate_series(1, 50000) AS n");
    dsl.execute("ANALYZE {0}", LEXICON_TERMS);
  }

  @Test
  void whatWaitsIsReadFromItsOwnIndexInOrder() throws SQLException {
    assertThat(plans.of(ApprovedCorrections.waiting(DIALECT, 25)))
        .contains("Index Scan using ix_feedback_approved_unprocessed on feedback")
        .doesNotContain("Sort", "Seq Scan");
  }

  @Test
  void termsAreFollowedAndWrittenByTheirForm() throws SQLException {
    NormalizedCandidate candidate = new NormalizedCandidate(candidate(), "smyth", "smith");
    assertThat(plans.of(LearnedCycles.statement(DIALECT, List.of(LearnedTerm.of(candidate)))))
        .contains("Index Scan using uq_lexicon_terms_lexicon_normalized on lexicon_terms")
        .doesNotContain("Seq Scan");
    assertThat(plans.of(TermUpsert.of(DIALECT, List.of(LearnedTerm.of(candidate)))))
        .contains("Conflict Arbiter Indexes: uq_lexicon_terms_lexicon_normalized");
  }

  @Test
  void correctionsAreMarkedById() throws SQLException {
    Correction correction = new Correction(7, NAMES, 1, List.of());
    assertThat(plans.of(new ProcessedCorrections(List.of(correction), List.of()).mark(DIALECT)))
        .contains("Index Scan using feedback_pkey on feedback")
        .doesNotContain("Seq Scan");
  }

  private static Candidate candidate() {
    return new Candidate(
        7,
        1,
        new CorrectedTerm("Smyth", "Smith"),
        NAMES,
        TermText.of("term", "Smyth"),
        TermText.of("replacement", "Smith"));
  }
}
