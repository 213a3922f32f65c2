package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VersionTemplatesExtension.class)
class ExistingRowsTest {

  private final VersionedDatabase database;

  ExistingRowsTest(VersionTemplates templates) throws SQLException {
    database = VersionedDatabase.at(1, templates);
  }

  @BeforeEach
  void insertRows() throws SQLException {
    SampleRows.insertIntoVersion1(database);
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void termJoinsTheGeneralLexiconAndStandsForItself() throws SQLException {
    database.migrateTo(2);

    assertThat(database.rows("SELECT term, lexicon_id, replacement FROM lexicon_terms"))
        .containsExactly("MRI|general|MRI");
  }

  @Test
  void feedbackCountsAsReceivedOnceAndNotYetReviewed() throws SQLException {
    database.migrateTo(3);

    assertThat(database.rows("SELECT status, frequency FROM feedback"))
        .containsExactly("pending|1");
  }

  @Test
  void feedbackKeepsItsReviewerAndNamesNobodyElse() throws SQLException {
    database.migrateTo(3);

    assertThat(database.rows("SELECT reviewer, created_by, lexicon_id, confidence FROM feedback"))
        .containsExactly("mina|null|null|null");
  }

  @Test
  void keyIsNoAdminWhateverItsName() throws SQLException {
    database.migrateTo(4);

    assertThat(database.rows("SELECT name, is_admin FROM api_keys"))
        .containsExactly("badminton club|f");
  }

  @Test
  void jobCountsAsNotMeasured() throws SQLException {
    database.migrateTo(5);

    assertThat(
            database.rows(
                """
                SELECT confidence_score, correction_count, fuzzy_match_count, confidence_metrics
                FROM jobs
                """))
        .containsExactly("null|null|null|null");
  }

  @Test
  void jobKeepsTheTextOfTheModelAndHasNoOther() throws SQLException {
    database.migrateTo(6);

    assertThat(database.rows("SELECT transcription_text, processed_text FROM jobs"))
        .containsExactly("an m r i|null");
  }
}
