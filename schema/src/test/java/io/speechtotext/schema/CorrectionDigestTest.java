package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The digests by which the same correction is found again, in rows that an older release wrote. */
@ExtendWith(VersionTemplatesExtension.class)
class CorrectionDigestTest {

  private static final String DIGESTED =
      "SELECT original_text, correction_digest IS NOT NULL, frequency FROM feedback ORDER BY id";
  private static final String IS_OF_ITS_TEXTS =
      "SELECT bool_and(correction_digest = correction_digest(original_text, corrected_text)) FROM feedback";

  private final VersionedDatabase database;

  CorrectionDigestTest(VersionTemplates templates) throws SQLException {
    database = VersionedDatabase.at(19, templates);
  }

  @BeforeEach
  void makeJobs() throws SQLException {
    database.execute("INSERT INTO jobs (id, job_id, status) VALUES (1, 'a', 'completed')");
    database.execute("INSERT INTO jobs (id, job_id, status) VALUES (2, 'b', 'completed')");
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void theOldestOfEachCorrectionGetsItAndTheOthersKeepTheirFrequency() throws SQLException {
    insert(1, "helo", "hello", 3);
    insert(1, "wrld", "world", 1);
    insert(1, "helo", "hello", 2);
    insert(2, "helo", "hello", 1);
    database.migrateTo(22);
    assertThat(database.rows(DIGESTED))
        .containsExactly("helo|t|3", "wrld|t|1", "helo|f|2", "helo|t|1");
    assertThat(database.rows(IS_OF_ITS_TEXTS)).containsExactly("t");
  }

  @Test
  void textsThatReadAlikeTogetherAreTwoCorrections() throws SQLException {
    insert(1, "ab", "c", 1);
    insert(1, "a", "bc", 1);
    database.migrateTo(22);
    assertThat(database.rows(DIGESTED)).containsExactly("ab|t|1", "a|t|1");
  }

  @Test
  void aCorrectionThatRepeatsOneOfAnotherBatchIsFoundThere() throws SQLException {
    database.execute(
        "INSERT INTO feedback (job_id, original_text, corrected_text)"
            + " SELECT 1, 'a' || n % 1500, 'b' FROM generate_series(0, 2999) AS n");
    database.migrateTo(22);
    assertThat(
            database.rows(
                "SELECT count(correction_digest), count(DISTINCT correction_digest), count(*),"
                    + " bool_and((correction_digest IS NOT NULL) = (id <= 1500)) FROM feedback"))
        .containsExactly("1500|1500|3000|t");
  }

  @Test
  void aRunThatIsKilledGoesOnWhereItStopped() throws SQLException {
    database.execute(
        "INSERT INTO feedback (job_id, original_text, corrected_text)"
            + " SELECT 1, 'a' || n % 1500, 'b' FROM generate_series(0, 2999) AS n");
    database.migrateTo(21);
    Killing killing = new Killing(database, "feedback");
    killing.begin(1400);
    assertThatThrownBy(() -> database.migrateTo(22)).hasMessageContaining("terminating connection");
    killing.end();
    assertThat(database.rows("SELECT count(correction_digest) FROM feedback"))
        .containsExactly("1000");
    database.migrateTo(22);
    assertThat(database.rows("SELECT count(correction_digest) FROM feedback"))
        .containsExactly("1500");
  }

  @Test
  void whatCameInWithADigestMeanwhileIsLeftAlone() throws SQLException {
    insert(1, "helo", "hello", 1);
    database.migrateTo(21);
    database.execute(
        "INSERT INTO feedback (job_id, original_text, corrected_text, correction_digest)"
            + " VALUES (1, 'helo', 'hello', correction_digest('helo', 'hello'))");
    database.migrateTo(22);
    assertThat(database.rows(DIGESTED)).containsExactly("helo|f|1", "helo|t|1");
  }

  @Test
  void theSameCorrectionOfAJobIsOneRowFromThenOn() throws SQLException {
    insert(1, "helo", "hello", 1);
    database.migrateTo(22);
    String again =
        "INSERT INTO feedback (job_id, original_text, corrected_text, correction_digest)"
            + " VALUES (1, 'helo', 'hello', correction_digest('helo', 'hello'))";
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> database.execute(again))
        .withMessageContaining("uq_feedback_job_id_correction_digest");
    // An older release knows no digests, and goes on as it did.
    insert(1, "helo", "hello", 1);
    assertThat(database.rows(DIGESTED)).containsExactly("helo|t|1", "helo|f|1");
  }

  private void insert(int jobId, String original, String corrected, int frequency)
      throws SQLException {
    database.execute(
        "INSERT INTO feedback (job_id, original_text, corrected_text, frequency) VALUES (%d, '%s', '%s', %d)"
            .formatted(jobId, original, corrected, frequency));
  }
}
