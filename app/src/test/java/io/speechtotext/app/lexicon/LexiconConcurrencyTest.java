package io.speechtotext.app.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class LexiconConcurrencyTest {

  private static final int TERMS = 1_500;

  private final Database database;
  private final LexiconRepository lexicons;
  private final LexiconTermRepository terms;
  private final ExecutorService threads = Executors.newFixedThreadPool(6);

  LexiconConcurrencyTest(ThrowawayDatabase copy) {
    database = MigratedSchema.open(copy);
    lexicons = new LexiconRepository(database);
    terms = new LexiconTermRepository(database);
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    database.close();
  }

  /** The old service checked first: one shared term, and the whole second file was lost. */
  @Test
  void twoImportsThatShareATermAreBothComplete() throws Exception {
    LexiconId lexicon = LexiconId.of("shared");
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    Future<ImportReport> one =
        threads.submit(
            () ->
                database.transaction(
                    inside -> {
                      ImportReport report =
                          new LexiconRepository(inside)
                              .importTerms(lexicon, file("shared", "only one"), null);
                      written.countDown();
                      await(second);
                      return report;
                    }));
    await(written);
    Future<ImportReport> two =
        threads.submit(
            () -> {
              second.countDown();
              return lexicons.importTerms(lexicon, file("shared", "only two"), null);
            });
    assertThat(one.get().count(ImportVerdict.INSERTED)).isEqualTo(2);
    assertThat(two.get().count(ImportVerdict.INSERTED)).isEqualTo(1);
    assertThat(two.get().count(ImportVerdict.UNCHANGED)).isEqualTo(1);
    assertThat(lexicons.load(lexicon).replacements())
        .containsOnlyKeys("shared", "only one", "only two");
  }

  @Test
  void overlappingImportsAndSingleWritesLoseNothingAndNeverDeadlock() throws Exception {
    LexiconId lexicon = LexiconId.of("crowded");
    List<Callable<Boolean>> writers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      writers.add(importOf(lexicon, i * TERMS / 4, i));
    }
    writers.add(() -> singleWrites(lexicon, false));
    writers.add(() -> singleWrites(lexicon, true));
    for (Future<Boolean> each : threads.invokeAll(writers)) {
      assertThat(each.get()).isTrue();
    }
    int imported = 3 * TERMS / 4 + TERMS;
    assertThat(lexicons.find(lexicon)).map(Lexicon::activeTerms).contains(imported);
    assertThat(lexicons.load(lexicon).replacements()).hasSize(imported);
  }

  @Test
  void aTermThatManyCreateAtOnceIsCreatedOnce() throws Exception {
    LexiconId lexicon = LexiconId.of("raced");
    Callable<Boolean> create =
        () -> {
          try {
            terms.create(NewLexiconTerm.of(lexicon, "Race", "x"));
            return true;
          } catch (ConflictException e) {
            return false;
          }
        };
    int created = 0;
    for (Future<Boolean> each : threads.invokeAll(Collections.nCopies(24, create))) {
      created += each.get() ? 1 : 0;
    }
    assertThat(created).isEqualTo(1);
    assertThat(terms.list(lexicon, PageRequest.first(10)).items()).hasSize(1);
  }

  /** Every other import has its rows in the opposite order. */
  @Test
  void twoTermsThatReplaceEachOtherAreNotBothCreated() throws Exception {
    LexiconId lexicon = LexiconId.of("circled");
    for (int i = 0; i < 20; i++) {
      List<Callable<Boolean>> both =
          List.of(creating(lexicon, "a" + i, "b" + i), creating(lexicon, "b" + i, "a" + i));
      int created = 0;
      for (Future<Boolean> each : threads.invokeAll(both)) {
        created += each.get() ? 1 : 0;
      }
      assertThat(created).isEqualTo(1);
    }
  }

  private Callable<Boolean> creating(LexiconId lexicon, String term, String replacement) {
    return () -> {
      try {
        terms.create(NewLexiconTerm.of(lexicon, term, replacement));
        return true;
      } catch (InvalidValueException e) {
        return false;
      }
    };
  }

  private Callable<Boolean> importOf(LexiconId lexicon, int from, int number) {
    List<String> texts =
        new ArrayList<>(IntStream.range(from, from + TERMS).mapToObj(i -> "term " + i).toList());
    if (number % 2 == 1) {
      Collections.reverse(texts);
    }
    return () -> {
      TermFile file = file(texts.toArray(String[]::new));
      return lexicons.importTerms(lexicon, file, null).refusedCount() == 0;
    };
  }

  /** Terms of its own, which go away again, and changes of those that are imported. */
  private boolean singleWrites(LexiconId lexicon, boolean backwards) {
    for (int i = 0; i < 60; i++) {
      LexiconTerm own =
          terms.create(NewLexiconTerm.of(lexicon, "own %b %d".formatted(backwards, i), "x"));
      for (LexiconTerm each : terms.list(lexicon, PageRequest.first(3)).items()) {
        TermText text = TermText.of("term", each.term());
        if (each.term().startsWith("term")) {
          terms.change(lexicon, each.id(), text, TermText.of("replacement", "y" + i));
        }
      }
      terms.remove(lexicon, own.id());
    }
    return true;
  }

  private static TermFile file(String... terms) {
    List<String> texts = new ArrayList<>();
    for (String term : terms) {
      texts.add(term);
      texts.add("x");
    }
    return TermFiles.json(texts);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
