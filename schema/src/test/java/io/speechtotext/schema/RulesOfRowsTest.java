package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the database refuses, whoever writes; one row of each table is there to be changed. */
@ExtendWith(VersionTemplatesExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesOfRowsTest {

  private static final String NEVER_REFUSES =
      """
      SELECT conrelid::regclass || '.' || conname
      FROM pg_constraint
      WHERE contype = 'c' AND NOT convalidated
      """;

  private final VersionedDatabase database;

  RulesOfRowsTest(VersionTemplates templates) throws SQLException {
    database = VersionedDatabase.at(1, templates);
    SampleRows.insertIntoVersion1(database);
    database.migrate();
    database.execute(
        "INSERT INTO jobs (id, job_id, status) VALUES (2, md5('2')::uuid::text, 'pending')");
    database.execute("SELECT setval('jobs_id_seq', 2)");
  }

  @AfterAll
  void drop() throws SQLException {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api_keys | name = E'\\t'",
        "api_keys | rate_limit = 0",
        "api_keys | metadata = '[]'",
        "lexicon_terms | term = U&'\\200C'",
        "lexicon_terms | replacement = ' '",
        "lexicon_terms | lexicon_id = 'lab x'",
        "lexicon_terms | lexicon_id = ''",
        "lexicon_terms | frequency = -1",
        "lexicon_terms | confidence_boost = 'NaN'",
        "lexicon_terms | metadata = 'null'",
        "jobs | job_id = 'job-1'",
        "jobs | job_id = upper(job_id)",
        "jobs | job_id = left(job_id, 35)",
        "jobs | job_id = concat(job_id, '0')",
        "jobs | job_id = concat(job_id, E'\\n')",
        "jobs | job_id = replace(job_id, '-', '0')",
        "jobs | job_id = overlay(job_id placing '-' from 2)",
        "jobs | job_id = overlay(job_id placing 'g' from 36)",
        "jobs | job_id = overlay(job_id placing U&'\\0661' from 1)",
        "jobs | status = 'done'",
        "jobs | lexicon_id = 'lab/x'",
        "jobs | audio_duration = -1",
        "jobs | audio_duration = 'NaN'",
        "jobs | audio_size_bytes = -1",
        "jobs | processing_time_seconds = 'Infinity'",
        "jobs | confidence_score = 1.1",
        "jobs | confidence_score = 'NaN'",
        "jobs | correction_count = -1",
        "jobs | fuzzy_match_count = -1",
        "jobs | metadata = '1'",
        "feedback | status = 'auto-approved'",
        "feedback | feedback_type = 'praise'",
        "feedback | lexicon_id = ' '",
        "feedback | confidence = 95",
        "feedback | accuracy_score = -0.1",
        "feedback | edit_distance = -1",
        "feedback | review_time_seconds = -1",
        "feedback | frequency = 0",
        "feedback | metadata = '\"x\"'",
      })
  void aValueThatMeansNothingIsRefusedByTheRuleOfItsColumn(String table, String assignment) {
    String column = assignment.split(" ", 2)[0];
    assertThat(
            refusal(
                "UPDATE %s SET %s WHERE id = (SELECT max(id) FROM %1$s WHERE id < 3)",
                table, assignment))
        .contains("\"ck_" + table + "_" + column + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "api_keys | expires_at = 'infinity' | times",
        "lexicon_terms | created_at = '-infinity' | times",
        "jobs | created_at = 'infinity' | times",
        "jobs | next_attempt_at = 'infinity' | times",
        "jobs | lease_token = md5('')::uuid, lease_expires_at = 'infinity' | times",
        "jobs | lease_expires_at = now() | lease",
        "feedback | corrected_text = original_text | texts",
        "feedback | corrected_text = ' ' | texts",
        "feedback | is_processed = true | processed_at",
        "feedback | processed_at = now() | processed_at",
        "feedback | reviewed_at = now() | reviewed_at",
        "feedback | status = 'approved', reviewed_at = 'infinity' | times",
      })
  void valuesThatContradictEachOtherAreRefused(String table, String assignment, String rule) {
    assertThat(
            refusal(
                "UPDATE %s SET %s WHERE id = (SELECT max(id) FROM %1$s WHERE id < 3)",
                table, assignment))
        .contains("\"ck_" + table + "_" + rule + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "completed, pending",
    "completed, processing",
    "completed, failed",
    "completed, cancelled",
    "failed, pending",
    "failed, processing",
    "failed, completed",
    "failed, cancelled",
    "cancelled, pending",
    "cancelled, processing",
    "cancelled, completed",
    "cancelled, failed",
    "pending, completed",
  })
  void aFinishedJobDoesNotBeginAgainAndNoneIsCompletedUnseen(String from, String to)
      throws SQLException {
    String id = insertJob(from);
    assertThat(refusal("UPDATE %s SET status = '%s' WHERE job_id = " + id, "jobs", to))
        .contains("is " + from + ", and cannot become " + to);
  }

  @ParameterizedTest
  @CsvSource({
    "pending, pending",
    "pending, processing",
    "pending, failed",
    "pending, cancelled",
    "processing, pending",
    "processing, processing",
    "processing, completed",
    "processing, failed",
    "processing, cancelled",
    "completed, completed",
    "failed, failed",
    "cancelled, cancelled",
  })
  void everyOtherStepIsFree(String from, String to) throws SQLException {
    String id = insertJob(from);
    database.execute("UPDATE jobs SET status = '%s' WHERE job_id = %s".formatted(to, id));
    assertThat(database.rows("SELECT status FROM jobs WHERE job_id = " + id)).containsExactly(to);
  }

  @Test
  void anOddNameIsNoLexicons() {
    assertThat(refusal("INSERT INTO %s (lexicon_id) VALUES ('%s')", "lexicons", "lab x"))
        .contains("\"ck_lexicons_lexicon_id\"");
  }

  @Test
  void everyRuleHoldsForAllRows() throws SQLException {
    assertThat(database.rows(NEVER_REFUSES)).isEmpty();
  }

  private String insertJob(String status) throws SQLException {
    String id = "'" + UUID.randomUUID() + "'";
    database.execute("INSERT INTO jobs (job_id, status) VALUES (%s, '%s')".formatted(id, status));
    return id;
  }

  private String refusal(String statement, String table, String change) {
    return String.valueOf(
        assertThatExceptionOfType(SQLException.class)
            .isThrownBy(() -> database.execute(statement.formatted(table, change)))
            .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("23514"))
            .actual()
            .getMessage());
  }
}
