package io.speechtotext.app.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class TermSearchTest {

  private static final AtomicInteger LEXICONS = new AtomicInteger();

  private final Database database;
  private final LexiconTermRepository terms;
  private final LexiconId lexicon = LexiconId.of("searched-" + LEXICONS.incrementAndGet());

  TermSearchTest(ThrowawayDatabase copy) {
    database = MigratedSchema.open(copy);
    terms = new LexiconTermRepository(database);
  }

  @AfterEach
  void closePool() {
    database.close();
  }

  @Test
  void pagesFollowEachOtherByNormalizedForm() {
    create("b", "C", "a", "\u06a9\u062a\u0627\u0628", "\ud834\udd1e", "d e");
    List<String> read = new ArrayList<>();
    Optional<PageRequest<String>> next = Optional.of(PageRequest.first(2));
    while (next.isPresent()) {
      PageRequest<String> request = next.get();
      Page<LexiconTerm, String> page = terms.list(lexicon, request);
      page.items().forEach(term -> read.add(term.term()));
      next = page.next().map(request::after);
    }
    assertThat(read)
        .containsExactly("a", "b", "C", "d e", "\u06a9\u062a\u0627\u0628", "\ud834\udd1e");
  }

  @Test
  void anUnknownLexiconAndRemovedTermsAreNotListed() {
    LexiconTerm removed = create("a").get(0);
    terms.remove(lexicon, removed.id());
    assertThat(terms.list(lexicon, PageRequest.first(10)).items()).isEmpty();
    assertThat(terms.list(LexiconId.of("nowhere"), PageRequest.first(10)).items()).isEmpty();
  }

  @Test
  void aSearchFindsWhatBeginsAlikeInNormalForm() {
    create("Magnet", "magnetic", "MAGNETIC field", "magma", "a magnet", "magnes");
    assertThat(found(" MAGNET")).containsExactly("Magnet", "magnetic", "MAGNETIC field");
    assertThat(found("magneto")).isEmpty();
    assertThat(found("")).hasSize(6);
  }

  @Test
  void wildcardsAreCharacters() {
    create("100%", "100 percent", "a_b", "axb", "c\\d", "c\\e", "cde");
    assertThat(found("100%")).containsExactly("100%");
    assertThat(found("%")).isEmpty();
    assertThat(found("a_")).containsExactly("a_b");
    assertThat(found("_")).isEmpty();
    assertThat(found("c\\")).containsExactly("c\\d", "c\\e");
  }

  @Test
  void aPersianWordIsFoundFromAnArabicKeyboard() {
    create("\u06a9\u062a\u0627\u0628\u200c\u0647\u0627");
    assertThat(found("\u0643\u062a\u0627\u0628\u0647")).hasSize(1);
  }

  @Test
  void aSearchHasPages() {
    create("ab1", "ab2", "ab3", "ac");
    PageRequest<String> two = PageRequest.first(2);
    Page<LexiconTerm, String> first = terms.search(lexicon, "ab", two);
    assertThat(first.items()).extracting(LexiconTerm::term).containsExactly("ab1", "ab2");
    assertThat(first.next()).contains("ab2");
    Page<LexiconTerm, String> second = terms.search(lexicon, "ab", two.after("ab2"));
    assertThat(second.items()).extracting(LexiconTerm::term).containsExactly("ab3");
    assertThat(second.next()).isEmpty();
  }

  private List<LexiconTerm> create(String... texts) {
    return List.of(texts).stream()
        .map(text -> terms.create(NewLexiconTerm.of(lexicon, text, "x")))
        .toList();
  }

  private List<String> found(String beginning) {
    return terms.search(lexicon, beginning, PageRequest.first(100)).items().stream()
        .map(LexiconTerm::term)
        .toList();
  }
}
