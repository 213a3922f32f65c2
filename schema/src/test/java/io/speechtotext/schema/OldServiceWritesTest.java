package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Python service goes on while it is replaced: what it writes, on the newest version. */
@ExtendWith(VersionTemplatesExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OldServiceWritesTest {

  private static final String FINAL =
      "SELECT status, completed_at IS NOT NULL, started_at IS NOT NULL,"
          + " completed_at >= started_at FROM jobs";

  private final VersionedDatabase database;

  OldServiceWritesTest(VersionTemplates templates) throws SQLException {
    database = VersionedDatabase.at(0, templates);
    database.migrate();
  }

  @BeforeEach
  void submitJob() throws SQLException {
    database.execute("TRUNCATE jobs, lexicon_terms CASCADE");
    database.execute(
        """
        INSERT INTO jobs (job_id, status, audio_filename, audio_format, audio_size_bytes)
        VALUES ('5f0c9a52-3f0e-4d7e-9b57-0c6f5b1d2a11', 'pending', 'a.mp3', 'mp3', 1)
        """);
  }

  @AfterAll
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void jobThatCouldNotBeQueuedFailsWithItsTime() throws SQLException {
    database.execute("UPDATE jobs SET status = 'failed', error_message = 'Redis is away'");

    assertThat(database.rows(FINAL)).containsExactly("failed|t|f|null");
  }

  @Test
  void jobIsWorkedOnAndCompleted() throws SQLException {
    database.execute("UPDATE jobs SET status = 'processing', started_at = now()");
    database.execute(
        "UPDATE jobs SET status = 'processing', started_at = now(), transcription_text = 'raw'");
    database.execute(
        "UPDATE jobs SET status = 'completed', completed_at = now(), processed_text = 'text',"
            + " confidence_score = 0.9, confidence_metrics = '{\"a\": 1}', correction_count = 0");

    assertThat(database.rows(FINAL)).containsExactly("completed|t|t|t");
  }

  @Test
  void jobIsCompletedByAClockThatWasSetBack() throws SQLException {
    database.execute("UPDATE jobs SET status = 'processing', started_at = now()");
    database.execute(
        "UPDATE jobs SET status = 'completed', completed_at = now() - interval '1 second'");

    assertThat(database.rows(FINAL)).containsExactly("completed|t|t|t");
  }

  @Test
  void timesOfAClockInAnotherZoneAreTaken() throws SQLException {
    database.execute(
        "UPDATE jobs SET status = 'processing', started_at = now() - interval '210 minutes'");
    database.execute(
        "UPDATE jobs SET status = 'completed', completed_at = now() - interval '209 minutes'");

    assertThat(database.rows(FINAL)).containsExactly("completed|t|t|t");
  }

  @Test
  void importOfTermsGetsTheirNormalForm() throws SQLException {
    database.execute(
        """
        INSERT INTO lexicon_terms (lexicon_id, term, normalized_term, replacement)
        VALUES ('general', ' Foo  BAR ', ' foo  bar ', 'foobar')
        """);

    assertThat(database.rows("SELECT normalized_term FROM lexicon_terms"))
        .containsExactly("foo bar");
  }

  @Test
  void termIsTakenOutOfUseAndItsFormStays() throws SQLException {
    database.execute(
        """
        INSERT INTO lexicon_terms (lexicon_id, term, normalized_term, replacement)
        VALUES ('general', 'Foo', 'foo', 'bar')
        """);
    database.execute(
        "UPDATE lexicon_terms SET is_active = false, term = '', normalized_term = 'x'");

    assertThat(database.rows("SELECT normalized_term FROM lexicon_terms")).containsExactly("x");
  }
}
