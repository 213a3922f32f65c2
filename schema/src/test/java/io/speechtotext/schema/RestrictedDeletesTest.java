package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.migrator.DataLoss;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From V37 on; what it was before is {@link ForeignKeyActionsTest}'s. */
@ExtendWith(VersionTemplatesExtension.class)
class RestrictedDeletesTest {

  private final VersionedDatabase database;

  RestrictedDeletesTest(VersionTemplates templates) throws SQLException {
    database = VersionedDatabase.at(1, templates);
  }

  @BeforeEach
  void insertRowsAndMigrate() throws SQLException {
    SampleRows.insertIntoVersion1(database);
    database.migrate();
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void keyWithJobsStays() throws SQLException {
    assertRefused("DELETE FROM api_keys", "fk_jobs_api_key_id");

    assertThat(database.rows("SELECT api_key_id FROM jobs")).containsExactly("1");
  }

  @Test
  void jobWithFeedbackStays() throws SQLException {
    assertRefused("DELETE FROM jobs", "fk_feedback_job_id");

    assertThat(database.rows("SELECT job_id FROM feedback")).containsExactly("1");
  }

  @Test
  void whatNothingRefersToCanBeDeleted() throws SQLException {
    database.execute("DELETE FROM feedback");
    database.execute("DELETE FROM jobs");
    database.execute("DELETE FROM api_keys");

    assertThat(database.rows("SELECT id FROM api_keys")).isEmpty();
  }

  @Test
  void undoLetsThemGoAgain() throws SQLException {
    database.downTo("35", DataLoss.REFUSE);
    database.execute("DELETE FROM api_keys");
    database.execute("DELETE FROM jobs");

    assertThat(database.rows("SELECT id FROM feedback")).isEmpty();
  }

  /** 23503 up to PostgreSQL 17, 23001 from 18 on. */
  private void assertRefused(String delete, String constraint) {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> database.execute(delete))
        .withMessageContaining("\"" + constraint + "\"")
        .satisfies(e -> assertThat(e.getSQLState()).isIn("23503", "23001"));
  }
}
