package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The undo of version 2 on terms that version 1's unique constraint does not allow. */
@ExtendWith(VersionTemplatesExtension.class)
class UndoLexiconScopeTest {

  private static final String KEEP_THE_OLDEST =
      "DELETE FROM lexicon_terms AS newer USING lexicon_terms AS older"
          + " WHERE newer.term = older.term AND newer.id > older.id;";

  private final VersionedDatabase database;

  UndoLexiconScopeTest(VersionTemplates templates) throws SQLException {
    database = VersionedDatabase.at(2, templates);
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void refusalNamesTheLexiconsThatShareATerm() throws SQLException {
    insertTerms("('MRI', 'mri', 'general', 'MRI'), ('MRI', 'mri', 'radiology', 'M.R.I.')");

    assertThat(refusal())
        .contains("1 term(s)", "'MRI': lexicon 'general' (id 1), lexicon 'radiology' (id 2)")
        .contains("uq_lexicon_terms_term", "Nothing was changed")
        .contains(KEEP_THE_OLDEST);
  }

  @Test
  void refusalAlsoSeesATermTwiceInOneLexicon() throws SQLException {
    insertTerms("(' MRI', ' mri', 'general', 'MRI'), (' MRI', 'mri', 'general', 'MRI')");

    assertThat(refusal()).contains("' MRI': lexicon 'general' (id 1), lexicon 'general' (id 2)");
  }

  @Test
  void refusalListsTwentyAndCountsTheRest() throws SQLException {
    database.execute(
        """
        INSERT INTO lexicon_terms (term, normalized_term, lexicon_id, replacement)
        SELECT format('term %s', term), format('term %s', term), format('lexicon %s', lexicon), 'x'
        FROM generate_series(1, 23) AS term, generate_series(1, 22) AS lexicon
        ORDER BY term, lexicon
        """);

    assertThat(refusal())
        .contains("23 term(s)", "'term 20': lexicon 'lexicon 1'", "and 3 more")
        .contains("lexicon 'lexicon 20' (id 20), and 2 more")
        .doesNotContain("'term 21'", "'lexicon 21'");
  }

  @Test
  void refusalChangesNothing() throws SQLException {
    insertTerms("('MRI', 'mri', 'general', 'MRI'), ('MRI', 'mri', 'radiology', 'M.R.I.')");
    List<String> catalog = database.description();
    List<String> rows = SampleRows.of(database);

    refusal();

    assertThat(database.description()).containsExactlyElementsOf(catalog);
    assertThat(SampleRows.of(database)).containsExactlyElementsOf(rows);
  }

  @Test
  void remedyOfTheHintLetsTheUndoPass() throws SQLException {
    insertTerms("('MRI', 'mri', 'general', 'MRI'), ('MRI', 'mri', 'radiology', 'M.R.I.')");
    refusal();

    database.execute(KEEP_THE_OLDEST);
    database.runUndo(2);

    assertThat(database.rows("SELECT id, term FROM lexicon_terms")).containsExactly("1|MRI");
  }

  private void insertTerms(String rows) throws SQLException {
    database.execute(
        "INSERT INTO lexicon_terms (term, normalized_term, lexicon_id, replacement) VALUES "
            + rows);
  }

  /** The message with which the undo fails. */
  private String refusal() {
    return String.valueOf(
        assertThatExceptionOfType(SQLException.class)
            .isThrownBy(() -> database.runUndo(2))
            .actual()
            .getMessage());
  }
}
