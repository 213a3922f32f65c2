package io.speechtotext.app.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On 200,000 terms in 2,000 lexicons: a lost index shows here before it hurts. */
@FromTemplate(MigratedSchema.class)
class LexiconPlansTest {

  private static final LexiconId LEXICON = LexiconId.of("lexicon-77");
  private static final String LIST = "ix_lexicon_terms_active_list";
  private static final String FORM = "uq_lexicon_terms_lexicon_normalized";

  private final Database database;

  LexiconPlansTest(ThrowawayDatabase copy) {
    database = MigratedSchema.open(copy);
  }

  @BeforeAll
  static void fill(ThrowawayDatabase copy) throws SQLException {
    try (Connection connection = copy.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO lexicon_terms (lexicon_id, term, normalized_term, replacement, is_active)
          SELECT 'lexicon-' || i % 2000, 'Term ' || i, 'term ' || i, 'replacement ' || i, i % 10 > 0
          FROM generate_series(1, 200000) AS i
          """);
      statement.execute("VACUUM ANALYZE lexicon_terms");
      statement.execute("ANALYZE lexicons");
    }
  }

  @AfterEach
  void closePool() {
    database.close();
  }

  @Test
  void aPageIsReadFromTheIndexInOrder() {
    PageRequest<String> first = PageRequest.first(50);
    assertThat(plan(dsl -> TermLists.page(dsl, LEXICON, "", first)))
        .contains(LIST)
        .doesNotContain("Sort");
    assertThat(plan(dsl -> TermLists.page(dsl, LEXICON, "", first.after("term 5"))))
        .contains(LIST, "Index Cond")
        .doesNotContain("Sort");
  }

  @Test
  void aSearchIsARangeOfTheIndex() {
    assertThat(plan(dsl -> TermLists.page(dsl, LEXICON, "TERM 10%", PageRequest.first(50))))
        .contains(LIST, ">= 'term 10%'", "< 'term 10%")
        .doesNotContain("Sort");
  }

  @Test
  void aLexiconIsLoadedAndExportedByIndex() {
    assertThat(plan(dsl -> LexiconReads.map(dsl, LEXICON))).contains("lexicons_pkey");
    assertThat(plan(dsl -> LexiconReads.export(dsl, LEXICON))).contains(LIST);
  }

  @Test
  void lexiconsAreCountedByIndex() {
    assertThat(plan(dsl -> LexiconReads.one(dsl, LEXICON))).contains("lexicons_pkey");
    assertThat(plan(dsl -> LexiconReads.page(dsl, PageRequest.first(10)))).contains("Index");
  }

  @Test
  void theVersionIsOneLookIntoAnIndex() {
    assertThat(plan(dsl -> LexiconReads.version(dsl, LEXICON)))
        .contains("Index Scan using lexicons_pkey");
  }

  @Test
  void aTermIsWrittenByIndex() {
    TermText text = TermText.of("term", "Term 77");
    NewLexiconTerm created = NewLexiconTerm.of(LEXICON, "Term 77", "x");
    assertThat(plan(dsl -> TermWrites.create(dsl, created)))
        .contains("Conflict Arbiter Indexes: " + FORM);
    assertThat(plan(dsl -> TermWrites.change(dsl, LEXICON, 77, text, text)))
        .contains("lexicon_terms_pkey");
    assertThat(plan(dsl -> TermWrites.remove(dsl, LEXICON, 77))).contains("lexicon_terms_pkey");
    assertThat(plan(dsl -> TermWrites.makeWay(dsl, LEXICON, 77, text))).contains(FORM);
  }

  private String plan(Function<DSLContext, ? extends Query> statement) {
    String plan = database.read(dsl -> dsl.explain(statement.apply(dsl)).plan());
    assertThat(plan).doesNotContain("Seq Scan on lexicon_terms");
    return plan;
  }
}
