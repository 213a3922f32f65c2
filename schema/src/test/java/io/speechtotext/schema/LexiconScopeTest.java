package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.migrator.MigrationFailedException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Version 2 on terms that its unique constraint does not allow. */
@ExtendWith(VersionTemplatesExtension.class)
class LexiconScopeTest {

  private static final String KEEP_THE_OLDEST =
      "DELETE FROM lexicon_terms AS newer USING lexicon_terms AS older"
          + " WHERE newer.normalized_term = older.normalized_term AND newer.id > older.id;";

  private final VersionedDatabase database;

  LexiconScopeTest(VersionTemplates templates) throws SQLException {
    database = VersionedDatabase.at(1, templates);
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void refusalNamesTheTermsTheRuleAndTheRemedy() throws SQLException {
    insertTerms("('MRI', 'mri'), ('mri', 'mri'), ('CT', 'ct')");

    assertThat(refusal())
        .contains("1 normalized form(s)", "'mri': 'MRI' (id 1), 'mri' (id 2)")
        .contains("uq_lexicon_terms_lexicon_normalized", "Nothing was changed")
        .contains(KEEP_THE_OLDEST)
        .doesNotContain("'CT'");
  }

  @Test
  void refusalCountsTermsOutOfUseAsTheConstraintDoes() throws SQLException {
    insertTerms("('MRI', 'mri'), ('mri', 'mri')");
    database.execute("UPDATE lexicon_terms SET is_active = false WHERE id = 2");

    assertThat(refusal()).contains("'mri' (id 2)");
  }

  @Test
  void refusalListsTwentyAndCountsTheRest() throws SQLException {
    database.execute(
        """
        INSERT INTO lexicon_terms (term, normalized_term)
        SELECT format('t%s-%s', form, spelling), format('form %s', form)
        FROM generate_series(1, 23) AS form, generate_series(1, 22) AS spelling
        ORDER BY form, spelling
        """);

    assertThat(refusal())
        .contains("23 normalized form(s)", "'form 20': 't20-1'", "and 3 more")
        .contains("'t1-20' (id 20), and 2 more")
        .doesNotContain("'form 21'", "'t1-21'");
  }

  @Test
  void refusalChangesNothing() throws SQLException {
    insertTerms("('MRI', 'mri'), ('mri', 'mri')");
    List<String> catalog = database.description();
    List<String> rows = SampleRows.of(database);

    refusal();

    assertThat(database.description()).containsExactlyElementsOf(catalog);
    assertThat(SampleRows.of(database)).containsExactlyElementsOf(rows);
    assertThat(database.rows("SELECT version FROM flyway_schema_history WHERE success"))
        .containsExactly("1");
  }

  @Test
  void remedyOfTheHintLetsTheMigrationPass() throws SQLException {
    insertTerms("('MRI', 'mri'), ('mri', 'mri')");
    refusal();

    database.execute(KEEP_THE_OLDEST);
    database.migrateTo(2);

    assertThat(database.rows("SELECT term, lexicon_id, replacement FROM lexicon_terms"))
        .containsExactly("MRI|general|MRI");
  }

  private void insertTerms(String rows) throws SQLException {
    database.execute("INSERT INTO lexicon_terms (term, normalized_term) VALUES " + rows);
  }

  /** The message with which going to version 2 fails. */
  private String refusal() {
    return String.valueOf(
        assertThatExceptionOfType(MigrationFailedException.class)
            .isThrownBy(() -> database.migrateTo(2))
            .actual()
            .getMessage());
  }
}
