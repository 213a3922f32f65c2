package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Versions 18 and 41: what the triggers count, and the lexicons that were there before. */
@ExtendWith(VersionTemplatesExtension.class)
class LexiconVersionsTest {

  private static final String VERSIONS =
      "SELECT lexicon_id, version FROM lexicons ORDER BY lexicon_id COLLATE \"C\"";

  private static final String TERMS =
      """
      INSERT INTO lexicon_terms (lexicon_id, term, normalized_term, replacement, is_active, updated_at)
      VALUES
        ('a', 'x', 'x', 'X', true, '2024-01-01Z'),
        ('a', 'y', 'y', 'Y', true, '2024-02-01Z'),
        (' odd/name ', 'x', 'x', 'X', true, '2024-01-01Z'),
        ('gone', 'x', 'x', 'X', false, '2024-01-01Z'),
        ('odd/gone', 'x', 'x', 'X', false, '2024-01-01Z')
      """;

  private final VersionedDatabase database;

  LexiconVersionsTest(VersionTemplates templates) throws SQLException {
    database = VersionedDatabase.at(17, templates);
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void lexiconsThatWereThereGetTheirRows() throws SQLException {
    database.execute(TERMS);
    database.migrateTo(18);
    assertThat(database.rows(VERSIONS)).isEmpty();

    database.migrateTo(39);
    assertThat(database.rows(VERSIONS)).containsExactly("a|1", "gone|1", "odd-name-9d6519d7|1");
    assertThat(
            database.rows("SELECT updated_at = '2024-02-01Z' FROM lexicons WHERE lexicon_id = 'a'"))
        .containsExactly("t");
  }

  @Test
  void numbersThatWereCountedMeanwhileStay() throws SQLException {
    database.execute(TERMS);
    database.migrateTo(18);
    database.execute("UPDATE lexicon_terms SET replacement = 'Z' WHERE lexicon_id = 'a'");
    database.execute("UPDATE lexicon_terms SET replacement = 'z' WHERE lexicon_id = 'a'");
    database.migrateTo(39);

    assertThat(database.rows(VERSIONS)).contains("a|2", "gone|1");
  }

  @Test
  void oneStatementRaisesAVersionOnceForAllItsRows() throws SQLException {
    insertTermsAtVersion18();
    database.execute("UPDATE lexicon_terms SET replacement = replacement || '!'");
    assertThat(database.rows(VERSIONS)).containsExactly(" odd/name |2", "a|2");
  }

  @Test
  void termsThatMoveRaiseBothLexicons() throws SQLException {
    insertTermsAtVersion18();
    database.execute("UPDATE lexicon_terms SET lexicon_id = 'b' WHERE lexicon_id = 'a'");
    assertThat(database.rows(VERSIONS)).containsExactly(" odd/name |1", "a|2", "b|1");
  }

  @Test
  void whatTranscriptsDoNotSeeRaisesNothing() throws SQLException {
    insertTermsAtVersion18();
    database.execute("UPDATE lexicon_terms SET frequency = 7, metadata = '{}'");
    database.execute("UPDATE lexicon_terms SET replacement = 'z' WHERE NOT is_active");
    database.execute("DELETE FROM lexicon_terms WHERE NOT is_active");
    assertThat(database.rows(VERSIONS)).containsExactly(" odd/name |1", "a|1");
  }

  @Test
  void removalAndTruncationRaise() throws SQLException {
    insertTermsAtVersion18();
    database.execute("UPDATE lexicon_terms SET is_active = false WHERE term = 'y'");
    database.execute("DELETE FROM lexicon_terms WHERE lexicon_id = 'a'");
    assertThat(database.rows(VERSIONS)).containsExactly(" odd/name |1", "a|3");
    database.execute("TRUNCATE lexicon_terms");
    assertThat(database.rows(VERSIONS)).containsExactly(" odd/name |2", "a|4");
  }

  private void insertTermsAtVersion18() throws SQLException {
    database.migrateTo(18);
    database.execute(TERMS);
  }
}
