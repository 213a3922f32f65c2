package io.speechtotext.app.lexicon;

import static io.speechtotext.jooq.Tables.LEXICON_TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class LexiconRepositoryTest {

  private static final LexiconId GENERAL = LexiconId.of("general");
  private static final LexiconId RADIOLOGY = LexiconId.of("radiology");

  private final Database database;
  private final DSLContext owner;
  private final LexiconTermRepository terms;
  private final LexiconRepository lexicons;
  private final LexiconCache cache;

  LexiconRepositoryTest(ThrowawayDatabase copy) {
    database = MigratedSchema.open(copy);
    owner = DSL.using(copy.dataSource(), SQLDialect.POSTGRES);
    terms = new LexiconTermRepository(database);
    lexicons = new LexiconRepository(database);
    cache = new LexiconCache(lexicons);
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
  void lexiconsAreListedWithTheirActiveTerms() {
    create(GENERAL, "a", "x");
    create(RADIOLOGY, "a", "x");
    create(RADIOLOGY, "b", "x");
    terms.remove(RADIOLOGY, create(RADIOLOGY, "c", "x").id());
    LexiconId emptied = LexiconId.of("emptied");
    terms.remove(emptied, create(emptied, "a", "x").id());

    Page<Lexicon, LexiconId> first = lexicons.list(PageRequest.first(1));
    assertThat(first.items()).extracting(Lexicon::id).containsExactly(GENERAL);
    assertThat(first.next()).contains(GENERAL);
    Page<Lexicon, LexiconId> second = lexicons.list(PageRequest.<LexiconId>first(1).after(GENERAL));
    assertThat(second.items()).extracting(Lexicon::activeTerms).containsExactly(2);
    assertThat(second.next()).isEmpty();
    assertThat(lexicons.find(RADIOLOGY)).hasValue(second.items().get(0));
    assertThat(lexicons.find(emptied)).isEmpty();
    assertThat(lexicons.find(LexiconId.of("nowhere"))).isEmpty();
  }

  @Test
  void allThatTranscriptsNeedIsLoadedWithItsVersion() {
    create(GENERAL, "mri", "MRI");
    create(GENERAL, "ct", "CT");
    create(RADIOLOGY, "xr", "X-ray");
    terms.remove(GENERAL, create(GENERAL, "gone", "x").id());
    LoadedLexicon loaded = lexicons.load(GENERAL);
    assertThat(loaded.replacements()).isEqualTo(Map.of("mri", "MRI", "ct", "CT"));
    assertThat(loaded.version()).isEqualTo(lexicons.versionOf(GENERAL)).isPositive();
  }

  @Test
  void aLexiconThatNeverWasIsEmptyAndHasVersionZero() {
    LexiconId nowhere = LexiconId.of("nowhere");
    assertThat(lexicons.load(nowhere)).isEqualTo(new LoadedLexicon(nowhere, 0, Map.of()));
    assertThat(lexicons.versionOf(nowhere)).isZero();
    assertThat(cache.get(nowhere).replacements()).isEmpty();
  }

  @Test
  void anEmptiedLexiconIsEmptyAndHasAVersion() {
    terms.remove(GENERAL, create(GENERAL, "a", "x").id());
    LoadedLexicon loaded = lexicons.load(GENERAL);
    assertThat(loaded.replacements()).isEmpty();
    assertThat(loaded.version()).isEqualTo(lexicons.versionOf(GENERAL)).isPositive();
  }

  @Test
  void eachChangeThatTranscriptsSeeRaisesTheVersion() {
    LexiconTerm term = create(GENERAL, "mri", "MRI");
    long created = lexicons.versionOf(GENERAL);
    LexiconTerm changed = change(term, "magnetic resonance");
    long afterChange = lexicons.versionOf(GENERAL);
    change(changed, "magnetic resonance");
    assertThat(lexicons.versionOf(GENERAL)).isEqualTo(afterChange).isGreaterThan(created);
    terms.remove(GENERAL, term.id());
    long removed = lexicons.versionOf(GENERAL);
    assertThat(removed).isGreaterThan(afterChange);
    create(GENERAL, "mri", "MRI");
    assertThat(lexicons.versionOf(GENERAL)).isGreaterThan(removed);
  }

  @Test
  void whoeverWritesRaisesTheVersion() {
    create(GENERAL, "mri", "MRI");
    long before = lexicons.versionOf(GENERAL);
    owner.execute("UPDATE lexicon_terms SET replacement = 'x' WHERE term = 'mri'");
    assertThat(lexicons.versionOf(GENERAL)).isEqualTo(before + 1);
    owner.execute("UPDATE lexicon_terms SET frequency = frequency + 1");
    assertThat(lexicons.versionOf(GENERAL)).isEqualTo(before + 1);
    owner.execute("UPDATE lexicon_terms SET lexicon_id = 'radiology'");
    assertThat(lexicons.versionOf(GENERAL)).isEqualTo(before + 2);
    assertThat(lexicons.versionOf(RADIOLOGY)).isPositive();
    owner.execute("DELETE FROM lexicon_terms");
    assertThat(lexicons.versionOf(GENERAL)).isEqualTo(before + 2);
  }

  @Test
  void nothingIsLoadedThatTranscriptsDoNotNeed() {
    assertThat(LexiconReads.map(DSL.using(SQLDialect.POSTGRES), GENERAL).fields())
        .extracting(Field::getName)
        .containsExactly("version", "term", "replacement");
  }

  @Test
  void aCacheLoadsAVersionOnce() {
    LexiconTerm term = create(GENERAL, "mri", "MRI");
    LoadedLexicon first = cache.get(GENERAL);
    assertThat(cache.get(GENERAL)).isSameAs(first);
    change(term, "magnetic resonance");
    LoadedLexicon second = cache.get(GENERAL);
    assertThat(second.replacements()).isEqualTo(Map.of("mri", "magnetic resonance"));
    assertThat(second.version()).isGreaterThan(first.version());
  }

  @Test
  void aCacheFollowsALexiconThatWasRestored() {
    LexiconTerm term = create(GENERAL, "mri", "MRI");
    change(term, "magnetic resonance");
    long version = cache.get(GENERAL).version();
    owner.execute("UPDATE lexicon_terms SET replacement = 'MRI'");
    owner.execute("UPDATE lexicons SET version = 1 WHERE lexicon_id = 'general'");
    assertThat(version).isGreaterThan(1);
    assertThat(cache.get(GENERAL).replacements()).isEqualTo(Map.of("mri", "MRI"));
  }

  private LexiconTerm create(LexiconId lexicon, String term, String replacement) {
    return terms.create(NewLexiconTerm.of(lexicon, term, replacement));
  }

  private LexiconTerm change(LexiconTerm term, String replacement) {
    return terms.change(
        term.lexicon(),
        term.id(),
        TermText.of("term", term.term()),
        TermText.of("replacement", replacement));
  }
}
