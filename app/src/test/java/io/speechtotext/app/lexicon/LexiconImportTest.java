package io.speechtotext.app.lexicon;

import static io.speechtotext.app.lexicon.ImportVerdict.BLANK;
import static io.speechtotext.app.lexicon.ImportVerdict.CYCLE;
import static io.speechtotext.app.lexicon.ImportVerdict.DUPLICATE;
import static io.speechtotext.app.lexicon.ImportVerdict.INSERTED;
import static io.speechtotext.app.lexicon.ImportVerdict.REACTIVATED;
import static io.speechtotext.app.lexicon.ImportVerdict.SELF_REFERENCE;
import static io.speechtotext.app.lexicon.ImportVerdict.TOO_LONG;
import static io.speechtotext.app.lexicon.ImportVerdict.UNCHANGED;
import static io.speechtotext.app.lexicon.ImportVerdict.UNSTORABLE;
import static io.speechtotext.app.lexicon.ImportVerdict.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class LexiconImportTest {

  private static final AtomicInteger LEXICONS = new AtomicInteger();

  private final DSLContext owner;
  private final Database database;
  private final LexiconRepository lexicons;
  private final LexiconTermRepository terms;
  private final LexiconId lexicon = LexiconId.of("imported-" + LEXICONS.incrementAndGet());

  LexiconImportTest(ThrowawayDatabase copy) {
    owner = DSL.using(copy.dataSource(), SQLDialect.POSTGRES);
    database = MigratedSchema.open(copy);
    lexicons = new LexiconRepository(database);
    terms = new LexiconTermRepository(database);
  }

  @AfterEach
  void closePool() {
    database.close();
  }

  @Test
  void eachRowIsInsertedUpdatedReactivatedOrUnchanged() {
    create("kept", "k");
    create("changed", "old");
    terms.remove(lexicon, create("removed", "r").id());
    assertThat(verdicts("new", "n", "Changed", "new", "REMOVED", "r2", "kept", "k"))
        .containsExactly(INSERTED, UPDATED, REACTIVATED, UNCHANGED);
    assertThat(lexicons.load(lexicon).replacements())
        .isEqualTo(Map.of("new", "n", "Changed", "new", "REMOVED", "r2", "kept", "k"));
  }

  /** The old service refused the whole file for one term that had been removed. */
  @Test
  void aRemovedTermDoesNotStandInTheWay() {
    terms.remove(lexicon, create("removed", "r").id());
    assertThat(verdicts("a", "x", "removed", "r", "b", "x"))
        .containsExactly(INSERTED, REACTIVATED, INSERTED);
  }

  @Test
  void anImportThatChangesNothingLeavesTheVersion() {
    verdicts("a", "x", "b", "y");
    long version = lexicons.versionOf(lexicon);
    assertThat(verdicts("a", "x", "b", "y")).containsExactly(UNCHANGED, UNCHANGED);
    assertThat(lexicons.versionOf(lexicon)).isEqualTo(version);
  }

  @Test
  void rowsThatCanBeNoTermsAreRefused() {
    String tooLong = "x".repeat(256);
    // Its lower case has two characters for each.
    String tooLongInLowerCase = "\u0130".repeat(200);
    assertThat(
            verdicts(
                " ",
                "x",
                "a",
                "",
                "b",
                "\u200c",
                tooLong,
                "x",
                "c",
                tooLong,
                tooLongInLowerCase,
                "x",
                "d\u0000",
                "x",
                "e",
                "e",
                "good",
                "x"))
        .containsExactly(
            BLANK,
            BLANK,
            BLANK,
            TOO_LONG,
            TOO_LONG,
            TOO_LONG,
            UNSTORABLE,
            SELF_REFERENCE,
            INSERTED);
    assertThat(lexicons.load(lexicon).replacements()).containsOnlyKeys("good");
  }

  @Test
  void anotherSpellingIsAReplacementLikeOthers() {
    assertThat(
            verdicts(
                "mri",
                "MRI",
                "\u0645\u06cc\u0631\u0648\u0645",
                "\u0645\u06cc\u200c\u0631\u0648\u0645"))
        .containsExactly(INSERTED, INSERTED);
  }

  @Test
  void ofRowsWithOneFormTheLastSoundOneCounts() {
    assertThat(verdicts("Foo", "1", " foo ", "2", "FOO", "3", "foo", " "))
        .containsExactly(DUPLICATE, DUPLICATE, INSERTED, BLANK);
    assertThat(lexicons.load(lexicon).replacements()).isEqualTo(Map.of("FOO", "3"));
  }

  @Test
  void rowsThatReplaceEachOtherInACircleAreRefused() {
    assertThat(verdicts("a", "B", "b", "C", "c", "a", "d", "a", "e", "x"))
        .containsExactly(CYCLE, CYCLE, CYCLE, INSERTED, INSERTED);
  }

  @Test
  void aRowThatClosesACircleOfTheLexiconIsRefused() {
    create("a", "b");
    create("b", "c");
    assertThat(verdicts("C", "A", "d", "a")).containsExactly(CYCLE, INSERTED);
  }

  @Test
  void aRowThatOpensACircleOfTheLexiconIsWritten() {
    circle();
    assertThat(verdicts("b", "c")).containsExactly(UPDATED);
  }

  @Test
  void aCircleThatTheLexiconHadBeforeRefusesNothing() {
    circle();
    assertThat(verdicts("c", "a")).containsExactly(INSERTED);
  }

  /** The row for a is refused, so a goes on to lead to c, and c must not lead back. */
  @Test
  void aRefusedRowLeavesTheTermThatClosesAnotherCircle() {
    create("a", "c");
    assertThat(verdicts("a", "b", "b", "a", "c", "a")).containsExactly(CYCLE, CYCLE, CYCLE);
    assertThat(lexicons.load(lexicon).replacements()).isEqualTo(Map.of("a", "c"));
  }

  /** The row for a leads nowhere and is written, so that a does not lead to c any more. */
  @Test
  void aRowThatIsWrittenTakesItsTermOutOfACircle() {
    create("a", "c");
    assertThat(verdicts("a", "z", "c", "a")).containsExactly(UPDATED, INSERTED);
    create("k", "m");
    assertThat(verdicts("k", "K", "m", "k")).containsExactly(UPDATED, INSERTED);
  }

  @Test
  void aRemovedTermIsPartOfNoCircle() {
    terms.remove(lexicon, create("a", "b").id());
    assertThat(verdicts("b", "a")).containsExactly(INSERTED);
  }

  @Test
  void theReportCountsAllAndListsTheFirstRefused() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      texts.add("same" + i);
      texts.add("same" + i);
      texts.add("term" + i);
      texts.add("replacement");
    }
    List<ImportedRow> rows = new ArrayList<>();
    ImportReport report = lexicons.importTerms(lexicon, json(texts), "Mina", rows::add);
    assertThat(report.count(SELF_REFERENCE)).isEqualTo(1_500);
    assertThat(report.count(INSERTED)).isEqualTo(1_500);
    assertThat(report.refusedCount()).isEqualTo(1_500);
    assertThat(report.rowCount()).isEqualTo(3_000);
    assertThat(report.refused()).hasSize(ImportReport.MOST_REFUSED);
    assertThat(report.refused().get(999))
        .isEqualTo(new ImportedRow(1_999, "same999", SELF_REFERENCE));
    assertThat(rows).hasSize(3_000).extracting(ImportedRow::number).isSorted();
  }

  @Test
  void whoImportsIsKept() {
    lexicons.importTerms(lexicon, json(List.of("a", "x")), "Mina");
    assertThat(terms.list(lexicon, PageRequest.first(1)).items())
        .allSatisfy(
            term -> {
              assertThat(term.source()).isEqualTo("imported");
              assertThat(term.createdBy()).isEqualTo("Mina");
            });
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> lexicons.importTerms(lexicon, json(List.of()), "x".repeat(101)));
  }

  @Test
  void severalImportsFitIntoOneTransaction() {
    database.transaction(
        inside -> {
          LexiconRepository within = new LexiconRepository(inside);
          within.importTerms(lexicon, json(List.of("a", "x")), null);
          return within.importTerms(lexicon, json(List.of("b", "x")), null);
        });
    assertThat(lexicons.load(lexicon).replacements()).containsOnlyKeys("a", "b");
  }

  @Test
  void inATransactionWhoIsToldOfTheRowsCanStillPreventTheImport() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                database.transaction(
                    tx ->
                        new LexiconRepository(tx)
                            .importTerms(
                                lexicon,
                                json(List.of("a", "x")),
                                null,
                                row -> {
                                  throw new IllegalStateException();
                                })));
    assertThat(lexicons.versionOf(lexicon)).isZero();
  }

  @Test
  void aTableOfSomebodyElsesIsLeftAlone() {
    owner.execute("CREATE TABLE import_lines AS SELECT 1 AS kept");
    try {
      assertThat(verdicts("a", "x")).containsExactly(INSERTED);
      assertThat(owner.fetchCount(DSL.table("import_lines"))).isEqualTo(1);
    } finally {
      owner.execute("DROP TABLE import_lines");
    }
  }

  @Test
  void anImportMayTakeLongerThanOtherStatements() {
    List<Object> limits = new ArrayList<>();
    database.transaction(
        inside ->
            new LexiconRepository(inside)
                .importTerms(
                    lexicon,
                    TermFiles.json(List.of("a", "x")),
                    null,
                    row ->
                        List.of("statement_timeout", "lock_timeout")
                            .forEach(
                                each ->
                                    limits.add(
                                        inside.read(dsl -> dsl.fetchValue("SHOW " + each))))));
    assertThat(limits).containsExactly("10min", "10min");
    assertThat(database.<Object>read(dsl -> dsl.fetchValue("SHOW lock_timeout"))).isEqualTo("10s");
  }

  @Test
  void rowsThatUncoverCircleAfterCircleAreAllRefused() {
    List<String> file = new ArrayList<>(List.of("t0", "z", "z", "t0"));
    for (int i = 0; i < 30; i++) {
      create("t" + i, "t" + (i + 1));
      file.addAll(List.of("t" + (i + 1), "t" + i));
    }
    assertThat(verdicts(file.toArray(String[]::new))).hasSize(32).containsOnly(CYCLE);
  }

  @Test
  void whoBringsATermBackIsItsSource() {
    NewLexiconTerm manual =
        new NewLexiconTerm(
            lexicon, new TermText("a"), new TermText("x"), null, null, "manual", "Mina");
    int id = terms.create(manual).id();
    lexicons.importTerms(lexicon, TermFiles.json(List.of("a", "y")), "Ada");
    assertThat(terms.find(lexicon, id))
        .hasValueSatisfying(
            term -> {
              assertThat(term.source()).isEqualTo("manual");
              assertThat(term.createdBy()).isEqualTo("Mina");
            });
    terms.remove(lexicon, id);
    lexicons.importTerms(lexicon, TermFiles.json(List.of("a", "y")), "Ada");
    assertThat(terms.find(lexicon, id))
        .hasValueSatisfying(
            term -> {
              assertThat(term.source()).isEqualTo("imported");
              assertThat(term.createdBy()).isEqualTo("Ada");
            });
  }

  /** Each row waits for another writer, which would wait for the import if that still held on. */
  @Test
  void whoIsToldOfRowsHoldsUpNoWriter() {
    lexicons.importTerms(
        lexicon,
        json(List.of("a", "x", "b", "x")),
        null,
        row -> create("after " + row.term(), row.verdict().name()));
    assertThat(lexicons.load(lexicon).replacements())
        .containsOnlyKeys("a", "b", "after a", "after b")
        .containsEntry("after b", "INSERTED");
  }

  @Test
  void whoIsToldOfRowsUndoesNothing() {
    IllegalStateException gone = new IllegalStateException("the client is gone");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                lexicons.importTerms(
                    lexicon,
                    json(List.of("a", "x")),
                    null,
                    row -> {
                      throw gone;
                    }))
        .isSameAs(gone);
    assertThat(lexicons.load(lexicon).replacements()).containsOnlyKeys("a");
  }

  /** As only writers past the repositories can make one. */
  private void circle() {
    create("a", "b");
    create("b", "x");
    database.write(
        Repeating.UNSAFE,
        dsl ->
            dsl.execute(
                "UPDATE lexicon_terms SET replacement = 'a' WHERE lexicon_id = {0} AND term = 'b'",
                DSL.val(lexicon.value())));
  }

  private LexiconTerm create(String term, String replacement) {
    return terms.create(NewLexiconTerm.of(lexicon, term, replacement));
  }

  private List<ImportVerdict> verdicts(String... texts) {
    List<ImportVerdict> verdicts = new ArrayList<>();
    lexicons.importTerms(lexicon, json(List.of(texts)), null, row -> verdicts.add(row.verdict()));
    return verdicts;
  }

  private static TermFile json(List<String> texts) {
    return TermFiles.json(texts);
  }
}
