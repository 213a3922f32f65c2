package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VersionTemplatesExtension.class)
class CountedJobsTest {

  private static final String COUNTS =
      "SELECT status, sum(change) FROM job_status_changes GROUP BY status HAVING sum(change) <> 0"
          + " ORDER BY status";

  private final VersionedDatabase database;

  CountedJobsTest(VersionTemplates templates) throws SQLException {
    database = VersionedDatabase.at(6, templates);
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void jobsAreCountedOnceWhetherTheyWereThereOrCameMeanwhile() throws SQLException {
    insert("completed", 3);
    insert("pending", 2);
    database.migrateTo(10);
    insert("pending", 4);
    database.execute("UPDATE jobs SET status = 'processing' WHERE id IN (4, 6)");
    database.migrateTo(11);
    assertThat(database.rows(COUNTS)).containsExactly("completed|3", "pending|4", "processing|2");

    database.execute("DELETE FROM jobs WHERE status <> 'pending'");
    assertThat(database.rows(COUNTS)).containsExactly("pending|4");
    database.execute("TRUNCATE jobs CASCADE");
    assertThat(database.rows(COUNTS)).isEmpty();
  }

  @Test
  void whatChangesNoStatusIsNotNoted() throws SQLException {
    insert("pending", 2);
    database.migrateTo(11);
    String notes = "SELECT count(*) FROM job_status_changes";
    assertThat(database.rows(notes)).containsExactly("1");
    database.execute("UPDATE jobs SET language = 'fa'");
    database.execute("UPDATE jobs SET language = 'fa' WHERE id = 4711");
    assertThat(database.rows(notes)).containsExactly("1");
  }

  private void insert(String status, int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      database.execute(
          "INSERT INTO jobs (job_id, status) VALUES (clock_timestamp()::text, '" + status + "')");
    }
  }
}
