package io.speechtotext.app.lexicon;

import static io.speechtotext.jooq.Tables.LEXICON_TERMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.jooq.tables.pojos.LexiconTerm;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class LexiconTermRepositoryTest {

  private final Database database;
  private final LexiconTermRepository terms;

  LexiconTermRepositoryTest(ThrowawayDatabase copy) {
    database = MigratedSchema.open(copy);
    terms = new LexiconTermRepository(database);
  }

  @BeforeEach
  void removeTerms() {
    database.dsl().deleteFrom(LEXICON_TERMS).execute();
  }

  @AfterEach
  void closePool() {
    database.close();
  }

  @Test
  void aCreatedTermIsActiveAndNormalized() {
    LexiconTerm term = terms.create(NewLexiconTerm.of("general", " MRI ", "magnetic resonance"));
    assertThat(term.term()).isEqualTo(" MRI ");
    assertThat(term.normalizedTerm()).isEqualTo("mri");
    assertThat(term.isActive()).isTrue();
    assertThat(term.frequency()).isZero();
    assertThat(terms.findById(term.id())).contains(term);
    assertThat(terms.findById(-1)).isEmpty();
  }

  @Test
  void aNormalizedFormIsTakenOncePerLexicon() {
    terms.create(NewLexiconTerm.of("general", "MRI", "x"));
    terms.create(NewLexiconTerm.of("radiology", "mri", "y"));
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> terms.create(NewLexiconTerm.of("general", "mri ", "z")))
        .satisfies(
            e ->
                assertThat(e.rule().constraint()).isEqualTo("uq_lexicon_terms_lexicon_normalized"));
  }

  @Test
  void pagesOfOneLexiconFollowEachOtherByNormalizedForm() {
    terms.create(NewLexiconTerm.of("general", "b", "x"));
    terms.create(NewLexiconTerm.of("general", "C", "x"));
    terms.create(NewLexiconTerm.of("general", "a", "x"));
    terms.create(NewLexiconTerm.of("other", "aa", "x"));
    Page<LexiconTerm, String> first = terms.list("general", PageRequest.first(2));
    assertThat(first.items()).extracting(LexiconTerm::term).containsExactly("a", "b");
    assertThat(first.next()).contains("b");
    Page<LexiconTerm, String> second =
        terms.list("general", PageRequest.<String>first(2).after("b"));
    assertThat(second.items()).extracting(LexiconTerm::term).containsExactly("C");
    assertThat(second.next()).isEmpty();
  }
}
