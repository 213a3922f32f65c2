package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of the old service's dirt; {@code legacy-dirt.sql} has the rows. */
@ExtendWith(VersionTemplatesExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepairedRowsTest {

  private final VersionedDatabase database;

  RepairedRowsTest(VersionTemplates templates) throws SQLException {
    database = LegacyDirt.adopted(templates).database();
    database.execute("SET timezone = 'UTC'");
    database.migrate();
  }

  @AfterAll
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void keysHaveALimitThatLetsSomebodyInOrNone() throws SQLException {
    assertThat(database.rows("SELECT id, rate_limit FROM api_keys WHERE id <= 4 ORDER BY id"))
        .containsExactly("1|100", "2|null", "3|null", "4|null");
  }

  @Test
  void keysHaveNamesAndTimesOfTheCalendar() throws SQLException {
    assertThat(database.rows("SELECT name FROM api_keys WHERE id IN (5, 6, 14) ORDER BY id"))
        .containsExactly("unnamed key 5", "unnamed key 6", "unnamed key 14");
    assertThat(
            database.rows(
                """
                SELECT id, created_at::date, updated_at::date, last_used_at, expires_at::date
                FROM api_keys WHERE id IN (7, 8, 9, 10) ORDER BY id
                """))
        .containsExactly(
            "7|2025-01-01|2025-01-02|2025-12-01 00:00:00+00|2025-06-01",
            "8|2025-01-01|2025-01-02|null|null",
            "9|1970-01-01|1970-01-01|null|1970-01-01",
            "10|2025-01-02|2025-01-02|null|null");
  }

  @Test
  void whatWasIsKeptInMetadataBesideWhatItHeld() throws SQLException {
    assertThat(
            database.rows("SELECT metadata FROM api_keys WHERE id IN (3, 4, 10, 12) ORDER BY id"))
        .containsExactly(
            "{\"team\": \"radiology\", \"legacy\":"
                + " {\"by\": \"V23\", \"rate_limit\": {\"is\": null, \"was\": 0}}}",
            "{\"a\": 1, \"legacy\": {\"by\": \"V23\", \"metadata\": {\"a\": 1, \"legacy\": \"theirs\"},"
                + " \"rate_limit\": {\"is\": null, \"was\": -5}}}",
            "{\"legacy\": {\"by\": \"V23\", \"metadata\": [1, \"two\"], \"created_at\":"
                + " {\"is\": \"2025-01-02T00:00:00+00:00\", \"was\": \"infinity\"}}}",
            "{\"legacy\": {\"by\": \"V23\", \"metadata\": null}}");
  }

  @Test
  void rowsThatBreakNoRuleHaveNothingToTell() throws SQLException {
    assertThat(
            database.rows(
                """
                SELECT metadata FROM api_keys WHERE id IN (1, 2, 7, 13)
                UNION ALL SELECT metadata FROM lexicon_terms WHERE id IN (1, 2, 22, 29)
                UNION ALL SELECT metadata FROM jobs WHERE id IN (1, 17, 21, 26)
                UNION ALL SELECT metadata FROM feedback WHERE id IN (1, 13)
                """))
        .hasSize(14)
        .allMatch(List.of("null", "{}", "{\"role\": \"admin\"}")::contains);
  }

  @Test
  void ofTermsWithOneFormTheLowestActiveIdStays() throws SQLException {
    assertThat(terms("id IN (3, 4, 25, 5, 6, 7, 8, 9, 10, 11, 41, 42)"))
        .containsExactly(
            "3|general|foo|t",
            "4|general|superseded:4|f",
            "5|general|foo bar|t",
            "6|general|superseded:6|f",
            "7|general|superseded:7|f",
            "8|general|superseded:8|f",
            "9|general|ct|t",
            "10|general|mri|t",
            "11|general|superseded:11|f",
            "25|general|superseded:25|f",
            "41|radiology|x-ray|t",
            "42|radiology|superseded:42|f");
  }

  @Test
  void persianAndArabicSpellingsAreOneTerm() throws SQLException {
    assertThat(
            database.rows("SELECT id, is_active FROM lexicon_terms WHERE id IN (12,13,14,15,16)"))
        .containsExactlyInAnyOrder("12|t", "13|f", "14|t", "15|f", "16|f");
  }

  @Test
  void blankTermsAndThoseThatCutTheirWordOutAreOutOfUse() throws SQLException {
    assertThat(
            database.rows(
                "SELECT DISTINCT is_active FROM lexicon_terms WHERE id IN (17,18,19,20,21,39)"))
        .containsExactly("f");
    assertThat(database.rows("SELECT replacement FROM lexicon_terms WHERE id = 20"))
        .containsExactly("");
  }

  @Test
  void termsThatStandForThemselvesStay() throws SQLException {
    assertThat(terms("id = 2")).containsExactly("2|general|aspirin|t");
  }

  @Test
  void lexiconsOfOddNamesStayApart() throws SQLException {
    assertThat(terms("id IN (23, 24, 26, 27, 28, 29, 30)"))
        .containsExactly(
            "23|lab-x-ray-" + md5("lab/x ray") + "|a|t",
            "24|lab-x-ray-" + md5("lab x ray") + "|a|t",
            "26|general|only there|t",
            "27|" + md5("پزشکی") + "|a|t",
            "28|" + md5("") + "|a|t",
            "29|../../etc/passwd|a|f",
            "30|very-long-" + md5("very long" + "!".repeat(91)) + "|a|t");
  }

  @Test
  void formsThatGoRoundInARingAreGivenToTheirTerms() throws SQLException {
    assertThat(terms("lexicon_id = 'ring'"))
        .containsExactly(
            "31|ring|left|t",
            "32|ring|right|t",
            "33|ring|one|t",
            "34|ring|two|t",
            "35|ring|three|t");
  }

  @Test
  void statusesOfJobsAreKnownOnes() throws SQLException {
    assertThat(database.rows("SELECT id, status FROM jobs WHERE id BETWEEN 2 AND 9 ORDER BY id"))
        .containsExactly(
            "2|completed",
            "3|failed",
            "4|pending",
            "5|failed",
            "6|completed",
            "7|pending",
            "8|cancelled",
            "9|failed");
  }

  @Test
  void timesOfJobsAgreeWithTheirStatus() throws SQLException {
    assertThat(
            database.rows(
                """
                SELECT id, status, started_at::time, completed_at::time
                FROM jobs WHERE id BETWEEN 10 AND 20 ORDER BY id
                """))
        .containsExactly(
            "10|failed|null|10:05:00",
            "11|processing|10:04:00|null",
            "12|processing|10:00:00|null",
            "13|completed|10:00:00|10:05:00",
            "14|completed|10:00:00|10:05:00",
            "15|pending|null|null",
            "16|completed|10:00:00|10:05:00",
            "17|completed|06:31:00|06:35:00",
            "18|failed|null|00:00:00",
            "19|pending|null|null",
            "20|processing|10:00:00|null");
  }

  @Test
  void jobIdsAreUuidsAndTheOldOnesAreFound() throws SQLException {
    assertThat(
            database.rows(
                """
                SELECT id, job_id::uuid = md5(metadata #>> '{legacy,job_id,was}')::uuid, job_id
                FROM jobs WHERE id IN (22, 23, 25, 27, 28)
                """))
        .hasSize(5)
        .allMatch(row -> row.contains("|t|"));
    assertThat(database.rows("SELECT job_id FROM jobs WHERE id IN (24, 26) ORDER BY id"))
        .containsExactly(
            "abcdef00-0000-4000-8000-000000000024", "abcdef00-0000-4000-8000-000000000026");
  }

  @Test
  void whatMeasuresNothingWasNotMeasured() throws SQLException {
    assertThat(
            database.rows(
                """
                SELECT id, audio_duration, audio_size_bytes, processing_time_seconds,
                  confidence_score, correction_count, fuzzy_match_count
                FROM jobs WHERE id BETWEEN 29 AND 34 ORDER BY id
                """))
        .containsExactly(
            "29|null|null|null|null|null|null",
            "30|null|0|null|null|0|0",
            "31|null|9223372036854775807|null|null|1|1",
            "32|null|null|null|null|1|1",
            "33|1e-300|1|0.1|null|1|1",
            "34|0.30000000000000004|1|0|null|1|1");
  }

  @Test
  void feedbackOfNoKnownStatusIsPendingAndWhatCorrectsNothingIsRejected() throws SQLException {
    assertThat(
            database.rows(
                "SELECT id, status, feedback_type FROM feedback WHERE id < 14 ORDER BY id"))
        .containsExactly(
            "1|pending|correction",
            "2|approved|correction",
            "3|approved|quality_issue",
            "4|pending|null",
            "5|pending|null",
            "6|approved|quality_issue",
            "7|approved|validation",
            "8|rejected|correction",
            "9|rejected|correction",
            "10|rejected|correction",
            "11|rejected|correction",
            "12|rejected|correction",
            "13|rejected|correction");
  }

  @Test
  void numbersAndTimesOfFeedbackMeanSomething() throws SQLException {
    assertThat(
            database.rows(
                """
                SELECT id, confidence, accuracy_score, edit_distance, review_time_seconds, frequency,
                  is_processed, processed_at::date
                FROM feedback WHERE id >= 14 ORDER BY id
                """))
        .containsExactly(
            "14|null|null|null|null|1|f|null",
            "15|null|null|null|null|1|f|null",
            "16|null|null|null|null|1|f|null",
            "17|null|null|null|null|1|f|null",
            "18|null|null|null|null|1|t|2025-01-02",
            "19|null|null|null|null|1|f|null",
            "20|null|null|null|null|1|t|1970-01-01",
            "21|null|null|null|null|1|f|null");
  }

  private List<String> terms(String condition) throws SQLException {
    return database.rows(
        "SELECT id, lexicon_id, normalized_term, is_active FROM lexicon_terms WHERE %s ORDER BY id"
            .formatted(condition));
  }

  private String md5(String name) throws SQLException {
    return database.rows("SELECT left(md5('" + name + "'), 8)").get(0);
  }
}
