package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.migrator.DataLoss;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each repair: reported, done, and done again for rows that slipped in before its rules. */
@ExtendWith(VersionTemplatesExtension.class)
class RepairScriptsTest {

  private static final Pattern MADE =
      Pattern.compile(
          "^CREATE OR REPLACE (?:VIEW|PROCEDURE).*?^(?:\\) AS note|\\$\\w+\\$);$",
          Pattern.MULTILINE | Pattern.DOTALL);

  private final VersionTemplates templates;

  RepairScriptsTest(VersionTemplates templates) {
    this.templates = templates;
  }

  @ParameterizedTest
  @ValueSource(ints = {23, 26, 29, 32})
  void undoOfTheValidationBringsTheRepairBackWordForWord(int repair) {
    List<String> made = made(SchemaMigrations.of(repair).up().sql());

    assertThat(made).hasSize(2);
    assertThat(made(SchemaMigrations.of(repair + 2).undo().sql())).isEqualTo(made);
  }

  @Test
  void reportTellsHowManyRowsBreakWhatRuleAndNamesSome() throws SQLException {
    try (VersionedDatabase database = LegacyDirt.adopted(templates).database()) {
      assertThat(database.warningsOnTheWayTo(23))
          .containsExactly(
              "api_keys.created_at: 3 row(s) to repair; id 9, 10, 14 …",
              "api_keys.expires_at: 3 row(s) to repair; id 8, 9, 14 …",
              "api_keys.last_used_at: 3 row(s) to repair; id 8, 9, 14 …",
              "api_keys.metadata: 5 row(s) to repair; id 4, 10, 11, 12, 14 …",
              "api_keys.name: 3 row(s) to repair; id 5, 6, 14 …",
              "api_keys.rate_limit: 3 row(s) to repair; id 3, 4, 14 …",
              "api_keys.updated_at: 2 row(s) to repair; id 9, 14 …");
    }
  }

  @Test
  void reportIsSilentWhereNothingIsToBeRepaired() throws SQLException {
    try (VersionedDatabase database = VersionedDatabase.at(22, templates)) {
      assertThat(database.warningsOnTheWayTo(34)).isEmpty();
    }
  }

  @Test
  void rowsThatSlipInBeforeTheRulesAreRepairedWithThem() throws SQLException {
    try (VersionedDatabase database = VersionedDatabase.at(29, templates)) {
      database.execute("INSERT INTO jobs (job_id, status) VALUES ('x', 'done')");
      database.migrateTo(31);

      assertThat(database.rows("SELECT status, metadata #> '{legacy,status}' FROM jobs"))
          .containsExactly("completed|{\"is\": \"completed\", \"was\": \"done\"}");
    }
  }

  @Test
  void timesWithoutEndOfTheQueueAndOfReviewsAreRepairedAndComeBack() throws SQLException {
    try (VersionedDatabase database = VersionedDatabase.at(28, templates)) {
      database.execute(
          """
          INSERT INTO jobs (job_id, status, created_at, started_at, next_attempt_at, lease_token, lease_expires_at)
          VALUES (md5('1')::uuid::text, 'processing', '2025-01-01Z', '2025-01-01Z', 'infinity', md5('')::uuid, 'infinity');
          INSERT INTO feedback (job_id, original_text, corrected_text, status, reviewed_at)
          SELECT id, 'a', 'b', 'approved', '-infinity' FROM jobs
          """);
      String times =
          "SELECT next_attempt_at = '2025-01-01Z', next_attempt_at, lease_expires_at, reviewed_at"
              + " FROM jobs CROSS JOIN feedback";
      database.migrateTo(34);
      assertThat(database.rows(times))
          .singleElement()
          .asString()
          .startsWith("t|")
          .endsWith("|null|null");

      database.downTo("28", DataLoss.DISCARD);
      assertThat(database.rows(times)).containsExactly("f|infinity|infinity|-infinity");
    }
  }

  @Test
  void whatIsWrittenBetweenTwoRepairsIsKeptAsWell() throws SQLException {
    try (VersionedDatabase database = VersionedDatabase.at(28, templates)) {
      database.execute("INSERT INTO jobs (job_id, status) VALUES (md5('1')::uuid::text, 'done')");
      database.migrateTo(29);
      database.execute("UPDATE jobs SET status = 'queued'");
      database.migrateTo(31);

      assertThat(database.rows("SELECT status, metadata #> '{legacy,status}' FROM jobs"))
          .containsExactly(
              "pending|{\"is\": \"pending\", \"was\": \"queued\","
                  + " \"before\": {\"is\": \"completed\", \"was\": \"done\"}}");
    }
  }

  @Test
  void undoLeavesWhatWasChangedSinceTheRepair() throws SQLException {
    try (VersionedDatabase database = LegacyDirt.adopted(templates).database()) {
      database.migrateTo(25);
      database.execute(
          "UPDATE api_keys SET rate_limit = 7, metadata = metadata || '{\"b\": 2}' WHERE id = 4");
      database.downTo("6", DataLoss.DISCARD);

      assertThat(database.rows("SELECT id, rate_limit, metadata FROM api_keys WHERE id IN (3, 4)"))
          .containsExactly(
              "3|0|{\"team\": \"radiology\"}", "4|7|{\"a\": 1, \"b\": 2, \"legacy\": \"theirs\"}");
    }
  }

  private static List<String> made(String sql) {
    return MADE.matcher(sql).results().map(MatchResult::group).toList();
  }
}
