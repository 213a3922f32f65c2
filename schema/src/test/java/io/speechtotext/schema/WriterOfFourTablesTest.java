package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The old service's role has rights on its four tables, and nobody grants it any on later ones. */
@ExtendWith(VersionTemplatesExtension.class)
class WriterOfFourTablesTest {

  private static final String COUNTS =
      "SELECT status, sum(change) FROM job_status_changes GROUP BY status HAVING sum(change) <> 0";
  private static final String INSERT_JOB =
      "INSERT INTO jobs (job_id, status) VALUES (md5(random()::text)::uuid::text, 'pending')";

  private final VersionedDatabase database;
  private final String role = "old_service_" + UUID.randomUUID().toString().replace('-', '_');

  WriterOfFourTablesTest(VersionTemplates templates) throws SQLException {
    database = VersionedDatabase.at(6, templates);
  }

  @BeforeEach
  void grantAndMigrate() throws SQLException {
    database.execute(
        """
        CREATE ROLE %1$s;
        GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON api_keys, lexicon_terms, jobs, feedback TO %1$s;
        GRANT USAGE ON api_keys_id_seq, lexicon_terms_id_seq, jobs_id_seq, feedback_id_seq TO %1$s;
        """
            .formatted(role));
    database.migrate();
    database.execute("SET ROLE " + role);
  }

  @AfterEach
  void drop() throws SQLException {
    database.execute("RESET ROLE; DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role));
    database.close();
  }

  @Test
  void writesJobsThatAreCounted() throws SQLException {
    database.execute(INSERT_JOB);
    database.execute(INSERT_JOB);
    database.execute("UPDATE jobs SET status = 'processing'");
    database.execute("DELETE FROM jobs WHERE id = (SELECT max(id) FROM jobs)");
    assertCounts("processing|1");

    database.execute("TRUNCATE jobs, feedback");
    assertCounts();
  }

  @Test
  void writesTermsThatAreVersioned() throws SQLException {
    database.execute(
        """
        INSERT INTO lexicon_terms (lexicon_id, term, normalized_term, replacement)
        VALUES ('a', 'x', 'x', 'X')
        """);
    database.execute("UPDATE lexicon_terms SET replacement = 'Y'");
    database.execute("RESET ROLE");

    assertThat(database.rows("SELECT lexicon_id, version FROM lexicons")).containsExactly("a|2");
  }

  @Test
  void countsDoNotGoToATemporaryTableOfThatName() throws SQLException {
    database.execute("CREATE TEMPORARY TABLE job_status_changes (status text, change bigint)");
    database.execute(INSERT_JOB);
    database.execute("RESET ROLE; DROP TABLE pg_temp.job_status_changes");

    assertCounts("pending|1");
  }

  private void assertCounts(String... counts) throws SQLException {
    database.execute("RESET ROLE");
    assertThat(database.rows(COUNTS)).containsExactly(counts);
    database.execute("SET ROLE " + role);
  }
}
