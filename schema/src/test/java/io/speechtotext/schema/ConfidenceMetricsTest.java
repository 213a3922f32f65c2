package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One column that old code writes as json, and new code as jsonb beside it. */
@ExtendWith(VersionTemplatesExtension.class)
class ConfidenceMetricsTest {

  private static final String BOTH =
      "SELECT confidence_metrics, confidence_metrics_jsonb FROM jobs ORDER BY id";

  private final VersionedDatabase database;

  ConfidenceMetricsTest(VersionTemplates templates) throws SQLException {
    database = VersionedDatabase.at(6, templates);
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void whatWasThereIsCopiedAndStaysAsItWasWritten() throws SQLException {
    insert("{\"b\":1,  \"a\":2}", "null");
    database.migrateTo(13);
    assertThat(database.rows(BOTH))
        .containsExactly("{\"b\":1,  \"a\":2}|{\"a\": 2, \"b\": 1}", "null|null");
  }

  @Test
  void whatJsonbRefusesIsCopiedAsText() throws SQLException {
    insert("{\"a\":\"\\u0000\"}", "1e400000");
    database.migrateTo(13);
    assertThat(database.rows(BOTH))
        .containsExactly(
            "{\"a\":\"\\u0000\"}|{\"unreadable\": \"{\\\"a\\\":\\\"\\\\u0000\\\"}\"}",
            "1e400000|{\"unreadable\": \"1e400000\"}");
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 40})
  void oldCodeGoesOnWritingWhatItMayAndNewCodeReadsIt(int version) throws SQLException {
    database.migrateTo(version);
    insert("{\"a\":1}");
    assertThat(database.rows(BOTH)).containsExactly("{\"a\":1}|{\"a\": 1}");
    for (String written : new String[] {"{\"a\":2}", "[\"\\u0000\"]", "{\"a\":3}"}) {
      database.execute("UPDATE jobs SET confidence_metrics = '" + written + "'");
      assertThat(database.rows("SELECT confidence_metrics FROM jobs")).containsExactly(written);
    }
    assertThat(database.rows(BOTH)).containsExactly("{\"a\":3}|{\"a\": 3}");
    database.execute("UPDATE jobs SET confidence_metrics = NULL");
    assertThat(database.rows(BOTH)).containsExactly("null|null");
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 40})
  void oldCodeReadsWhatNewCodeWrites(int version) throws SQLException {
    database.migrateTo(version);
    database.execute(
        "INSERT INTO jobs (job_id, status, confidence_metrics_jsonb)"
            + " VALUES (md5('1')::uuid, 'pending', '{\"a\":1}')");
    assertThat(database.rows(BOTH)).containsExactly("{\"a\": 1}|{\"a\": 1}");
    database.execute("UPDATE jobs SET confidence_metrics_jsonb = '{\"a\":2}'");
    assertThat(database.rows(BOTH)).containsExactly("{\"a\": 2}|{\"a\": 2}");
    database.execute("UPDATE jobs SET confidence_metrics_jsonb = NULL");
    assertThat(database.rows(BOTH)).containsExactly("null|null");
    database.execute(
        "UPDATE jobs SET confidence_metrics = '[1]', confidence_metrics_jsonb = '[2]'");
    assertThat(database.rows(BOTH)).as("new code counts").containsExactly("[2]|[2]");
  }

  @Test
  void aCopyThatWasInterruptedGoesOnWithTheRest() throws SQLException {
    insert("{\"a\":1}");
    database.migrateTo(12);
    insert("{\"a\":2}");
    database.migrateTo(13);
    assertThat(database.rows(BOTH)).containsExactly("{\"a\":1}|{\"a\": 1}", "{\"a\":2}|{\"a\": 2}");
  }

  private void insert(String... metrics) throws SQLException {
    for (String each : metrics) {
      database.execute(
          "INSERT INTO jobs (job_id, status, confidence_metrics)"
              + " VALUES (md5(clock_timestamp()::text)::uuid, 'pending', '"
              + each
              + "')");
    }
  }
}
