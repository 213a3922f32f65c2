package io.speechtotext.app.lexicon;

import static io.speechtotext.jooq.Tables.LEXICON_TERMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.failure.NotFoundException;
import io.speechtotext.app.failure.Rule;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FromTemplate(MigratedSchema.class)
class LexiconTermRepositoryTest {

  private static final LexiconId GENERAL = LexiconId.of("general");
  private static final LexiconId RADIOLOGY = LexiconId.of("radiology");

  private final Database database;
  private final DSLContext owner;
  private final LexiconTermRepository terms;

  LexiconTermRepositoryTest(ThrowawayDatabase copy) {
    database = MigratedSchema.open(copy);
    owner = DSL.using(copy.dataSource(), SQLDialect.POSTGRES);
    terms = new LexiconTermRepository(database);
  }

  @BeforeEach
  void removeTerms() {
    owner.deleteFrom(LEXICON_TERMS).execute();
  }

  @AfterEach
  void closePool() {
    database.close();
  }

  @Test
  void aCreatedTermIsActiveTrimmedAndNormalized() {
    LexiconTerm term = create(GENERAL, "  Magnetic \t Resonance ", " MRI ");
    assertThat(term.term()).isEqualTo("Magnetic \t Resonance");
    assertThat(term.normalizedTerm()).isEqualTo("magnetic resonance");
    assertThat(term.replacement()).isEqualTo("MRI");
    assertThat(term.active()).isTrue();
    assertThat(terms.find(GENERAL, term.id())).contains(term);
    assertThat(terms.find(RADIOLOGY, term.id())).isEmpty();
    assertThat(terms.find(GENERAL, -1)).isEmpty();
  }

  @Test
  void whatIsKnownOfATermIsKept() {
    NewLexiconTerm known =
        new NewLexiconTerm(
            GENERAL,
            TermText.of("term", "mri"),
            TermText.of("replacement", "MRI"),
            "device",
            "fa",
            "manual",
            "Mina");
    LexiconTerm term = terms.create(known);
    assertThat(term.category()).isEqualTo("device");
    assertThat(term.language()).isEqualTo("fa");
    assertThat(term.source()).isEqualTo("manual");
    assertThat(term.createdBy()).isEqualTo("Mina");
  }

  @ParameterizedTest
  @CsvSource({
    // As they are typed on an Arabic and on a Persian keyboard, with a joiner or without.
    "\u0639\u0644\u064a, \u0639\u0644\u06cc",
    "\u0643\u062a\u0627\u0628, \u06a9\u062a\u0627\u0628",
    "\u0645\u06cc\u200c\u0631\u0648\u0645, \u0645\u06cc\u0631\u0648\u0645",
    "\u062e\u0627\u0646\u0647\u0654, \u062e\u0627\u0646\u0647",
    // Composed and decomposed.
    "caf\u00e9, cafe\u0301",
    "MRI, mri",
    "'foo bar', 'foo\u00a0 bar'"
  })
  void spellingsOfOneTermAreTheSameTerm(String one, String other) {
    create(GENERAL, one, "x");
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> create(GENERAL, other, "y"))
        .satisfies(e -> assertThat(e.rule()).isEqualTo(Rule.TERM_TAKEN))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(other));
  }

  @Test
  void aTermIsInALexiconOnceButInSeveralLexicons() {
    LexiconTerm general = create(GENERAL, "MRI", "x");
    LexiconTerm radiology = create(RADIOLOGY, "mri", "y");
    assertThat(radiology.id()).isNotEqualTo(general.id());
  }

  @Test
  void aRemovedTermComesBackWhenItIsCreatedAgain() {
    LexiconTerm first = create(GENERAL, "MRI", "x");
    terms.remove(GENERAL, first.id());
    terms.remove(GENERAL, first.id());
    assertThat(terms.find(GENERAL, first.id()).map(LexiconTerm::active)).contains(false);
    LexiconTerm again = create(GENERAL, "mri", "y");
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.term()).isEqualTo("mri");
    assertThat(again.replacement()).isEqualTo("y");
    assertThat(again.active()).isTrue();
  }

  @Test
  void aTermThatIsNotThereIsNotRemoved() {
    LexiconTerm term = create(GENERAL, "MRI", "x");
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> terms.remove(RADIOLOGY, term.id()));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> terms.remove(LexiconId.of("nowhere"), -1));
  }

  @Test
  void aChangedTermIsNormalizedAnew() {
    LexiconTerm term = create(GENERAL, "MRI", "x");
    LexiconTerm changed = change(term.id(), " CT  Scan", "computed tomography");
    assertThat(changed.id()).isEqualTo(term.id());
    assertThat(changed.term()).isEqualTo("CT  Scan");
    assertThat(changed.normalizedTerm()).isEqualTo("ct scan");
    assertThat(changed.replacement()).isEqualTo("computed tomography");
  }

  @Test
  void aTermIsNotChangedIntoAnotherOne() {
    create(GENERAL, "CT", "x");
    LexiconTerm mri = create(GENERAL, "MRI", "x");
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> change(mri.id(), "ct", "y"))
        .satisfies(e -> assertThat(e.rule()).isEqualTo(Rule.TERM_TAKEN));
    assertThat(terms.find(GENERAL, mri.id())).contains(mri);
  }

  @Test
  void aRemovedTermMakesWayForAChangedOne() {
    LexiconTerm removed = create(GENERAL, "CT", "x");
    terms.remove(GENERAL, removed.id());
    LexiconTerm mri = create(GENERAL, "MRI", "x");
    assertThat(change(mri.id(), "ct", "y").normalizedTerm()).isEqualTo("ct");
    assertThat(terms.find(GENERAL, removed.id()))
        .hasValueSatisfying(
            given -> {
              assertThat(given.term()).isEqualTo("CT");
              assertThat(given.normalizedTerm()).isEqualTo("superseded:" + removed.id());
            });
  }

  @Test
  void onlyActiveTermsAreChanged() {
    LexiconTerm removed = create(GENERAL, "CT", "x");
    terms.remove(GENERAL, removed.id());
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> change(removed.id(), "ct", "y"));
    assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> change(-1, "ct", "y"));
  }

  @Test
  void writesOfATransactionHappenTogetherOrNotAtAll() {
    LexiconTerm mri = create(GENERAL, "MRI", "x");
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(
            () ->
                database.transaction(
                    inside -> {
                      LexiconTermRepository within = new LexiconTermRepository(inside);
                      within.remove(GENERAL, mri.id());
                      within.create(NewLexiconTerm.of(GENERAL, "CT", "x"));
                      return within.create(NewLexiconTerm.of(GENERAL, "ct", "x"));
                    }));
    assertThat(terms.find(GENERAL, mri.id())).contains(mri);
  }

  @Test
  void aTermWhoseReplacementLeadsBackToItIsRefused() {
    create(GENERAL, "a", "b");
    create(GENERAL, "b", "c");
    LexiconTerm other = create(GENERAL, "d", "x");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> create(GENERAL, "C", "A"))
        .satisfies(e -> assertThat(e.field()).isEqualTo("term.replacement"));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> change(other.id(), "c", "a"));
    assertThat(terms.find(GENERAL, other.id())).contains(other);
    assertThat(create(RADIOLOGY, "c", "a").active()).isTrue();
  }

  @Test
  void aTermThatIsChangedLeadsNoMoreWhereItDid() {
    LexiconTerm term = create(GENERAL, "a", "b");
    assertThat(change(term.id(), "b", "a").normalizedTerm()).isEqualTo("b");
    assertThat(create(GENERAL, "MRI", "mri").active()).isTrue();
  }

  @Test
  void aCycleOfOthersIsNoHindrance() {
    LexiconTerm term = create(GENERAL, "a", "b");
    create(GENERAL, "b", "c");
    owner.execute("UPDATE lexicon_terms SET replacement = 'a' WHERE term = 'b'");
    assertThat(create(GENERAL, "x", "a").active()).isTrue();
    assertThat(change(term.id(), "a", "z").replacement()).isEqualTo("z");
  }

  private LexiconTerm create(LexiconId lexicon, String term, String replacement) {
    return terms.create(NewLexiconTerm.of(lexicon, term, replacement));
  }

  private LexiconTerm change(int id, String term, String replacement) {
    return terms.change(
        GENERAL, id, TermText.of("term", term), TermText.of("replacement", replacement));
  }
}
