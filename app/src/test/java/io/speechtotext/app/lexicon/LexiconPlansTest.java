package io.speechtotext.app.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.database.Prepared;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On 200,000 terms, 20,000 of them in one lexicon: a lost index shows here before it hurts. The
 * server plans a statement for its values at first, and once for all values later; both are looked
 * at.
 */
@FromTemplate(MigratedSchema.class)
class LexiconPlansTest {

  private static final LexiconId SMALL = LexiconId.of("lexicon-7");
  private static final String LIST = "Index Scan using ix_lexicon_terms_active_list";
  private static final String BY_ID = "Index Scan using lexicon_terms_pkey on lexicon_terms";
  private static final String BY_FORM =
      "Index Scan using uq_lexicon_terms_lexicon_normalized on lexicon_terms";

  private final ThrowawayDatabase copy;
  private final Database database;

  LexiconPlansTest(ThrowawayDatabase copy) {
    this.copy = copy;
    this.database = MigratedSchema.open(copy);
  }

  @BeforeAll
  static void fill(ThrowawayDatabase copy) throws SQLException {
    try (Connection connection = copy.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO lexicon_terms (lexicon_id, term, normalized_term, replacement, is_active)
          SELECT
            CASE WHEN i % 10 = 1 THEN 'large' ELSE 'lexicon-' || i % 2000 END,
            'Term ' || i, 'term ' || i, 'replacement ' || i, i % 10 > 0
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

  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void aPageIsReadFromTheIndexInOrder(String mode) throws SQLException {
    assertThat(plan(mode, TermReads.LIST, "'large', '', 51")).contains(LIST).doesNotContain("Sort");
    assertThat(plan(mode, TermReads.LIST, "'large', 'term 5', 51"))
        .contains(LIST, "(normalized_term)::text > ")
        .doesNotContain("Sort");
  }

  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void aSearchIsARangeOfTheIndex(String mode) throws SQLException {
    assertThat(plan(mode, TermReads.SEARCH, "'large', 'TERM 1', 'TERM 1', '', 51"))
        .contains(LIST)
        .containsPattern(
            "(?s)Index Cond: .*\\(normalized_term\\)::text >= .*normalized_term\\)::text < ")
        .doesNotContain("Sort");
  }

  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void aTermIsFoundAndWrittenByIndex(String mode) throws SQLException {
    assertThat(plan(mode, TermReads.FIND, "7, 'lexicon-7'")).contains(BY_ID);
    assertThat(plan(mode, TermWrites.REMOVE, "'lexicon-7', 7")).contains(BY_ID);
    assertThat(plan(mode, TermChange.CHANGE, "'lexicon-7', 'a', 7, 'a', 'a', 'x', 7, 'lexicon-7'"))
        .contains(BY_ID, BY_FORM);
    assertThat(plan(mode, TermWrites.CREATE, "'lexicon-7', 'A', 'A', 'x', '', '', '', ''"))
        .contains("Conflict Arbiter Indexes: uq_lexicon_terms_lexicon_normalized");
  }

  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void aCycleIsFollowedByForm(String mode) throws SQLException {
    String values = "ARRAY['lexicon-7'], ARRAY['a'], ARRAY['b'], 0, 0";
    assertThat(plan(mode, TermCycle.LINKS, values)).contains(BY_FORM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void theVersionIsOneLookIntoAnIndex(String mode) throws SQLException {
    assertThat(plan(mode, LexiconReads.VERSION, "'lexicon-7'"))
        .contains("Index Scan using lexicons_pkey");
  }

  @Test
  void aLexiconIsLoadedAndExportedByIndex() {
    assertThat(plan(dsl -> LexiconReads.map(dsl, SMALL))).contains("lexicons_pkey");
    assertThat(plan(dsl -> LexiconReads.export(dsl, SMALL)))
        .contains("ix_lexicon_terms_active_list");
  }

  @Test
  void lexiconsAreCountedByIndex() {
    assertThat(plan(dsl -> LexiconReads.one(dsl, SMALL))).contains("lexicons_pkey");
    assertThat(plan(dsl -> LexiconReads.page(dsl, PageRequest.first(10)))).contains("Index");
  }

  private String plan(String mode, Prepared<?, ?> statement, String values) throws SQLException {
    try (Connection connection = copy.connect();
        Statement session = connection.createStatement()) {
      session.execute("SET plan_cache_mode = " + mode);
      session.execute("PREPARE planned AS " + numbered(statement.sql()));
      try (ResultSet rows = session.executeQuery("EXPLAIN EXECUTE planned(" + values + ")")) {
        StringBuilder plan = new StringBuilder();
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
        return withoutScan(plan.toString());
      }
    }
  }

  /** The driver's question marks as the server's own parameters. */
  private static String numbered(String sql) {
    String[] parts = sql.split("\\?", -1);
    return IntStream.range(1, parts.length)
        .mapToObj(i -> "$" + i + parts[i])
        .collect(Collectors.joining("", parts[0], ""));
  }

  private String plan(Function<DSLContext, ? extends Query> statement) {
    return withoutScan(database.read(dsl -> dsl.explain(statement.apply(dsl)).plan()));
  }

  private static String withoutScan(String plan) {
    assertThat(plan).doesNotContain("Seq Scan on lexicon_terms");
    return plan;
  }
}
