package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.migrator.DataLoss;
import io.speechtotext.migrator.DataLossException;
import io.speechtotext.migrator.LostRows;
import io.speechtotext.migrator.MigrationFailedException;
import io.speechtotext.migrator.UndoneMigration;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ways down past rows that a service wrote. */
@ExtendWith(VersionTemplatesExtension.class)
class GuardedDescentTest {

  private static final String TABLES =
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
  private static final String COPIES =
      "SELECT regexp_replace(tablename, '_\\d+t\\d+z$', '') FROM pg_tables"
          + " WHERE schemaname = 'undone' ORDER BY tablename COLLATE \"C\"";

  private final VersionedDatabase database;

  GuardedDescentTest(VersionTemplates templates) throws SQLException {
    database = VersionedDatabase.at(1, templates);
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void refusesWithAllThatWouldBeLost() throws SQLException {
    SampleRows.insertIntoVersion1(database);
    database.migrateTo(6);
    database.execute("UPDATE jobs SET processed_text = 'an MRI', confidence_metrics = '{}'");
    database.execute("UPDATE feedback SET status = 'approved'");

    assertThatExceptionOfType(DataLossException.class)
        .isThrownBy(() -> database.downTo("1", DataLoss.REFUSE))
        .satisfies(
            e ->
                assertThat(e.losses())
                    .extracting(LostRows::toString)
                    .containsExactlyInAnyOrder(
                        "version 6: column jobs.processed_text: 1 row(s)",
                        "version 5: column jobs.confidence_metrics: 1 row(s)",
                        "version 3: column feedback.status: 1 row(s)",
                        "version 2: column lexicon_terms.lexicon_id: 1 row(s)",
                        "version 2: column lexicon_terms.replacement: 1 row(s)"));
    assertThat(database.rows("SELECT count(*) FROM flyway_schema_history")).containsExactly("6");
  }

  @Test
  void leavesNothingButTheHistoryAndGoesUpAgainAnyNumberOfTimes() throws SQLException {
    for (int i = 0; i < 3; i++) {
      SampleRows.insertIntoVersion1(database);
      database.migrateTo(6);
      List<UndoneMigration> undone = database.downTo("base", DataLoss.COPY);

      assertThat(undone).hasSize(6);
      assertThat(database.rows(TABLES)).containsExactly("flyway_schema_history");
      assertThat(database.description()).isEmpty();
      database.migrateTo(1);
    }
    assertThat(database.rows(COPIES))
        .contains("v1_api_keys", "v1_feedback", "v1_jobs", "v1_lexicon_terms", "v2_lexicon_terms");
  }

  @Test
  void leavesATermInTwoLexiconsWhateverMayBeLost() throws SQLException {
    database.migrateTo(2);
    database.execute(
        """
        INSERT INTO lexicon_terms (term, normalized_term, lexicon_id, replacement)
        VALUES ('MRI', 'mri', 'general', 'MRI'), ('MRI', 'mri', 'radiology', 'M.R.I.')
        """);

    for (DataLoss policy : List.of(DataLoss.COPY, DataLoss.DISCARD)) {
      assertThatExceptionOfType(MigrationFailedException.class)
          .isThrownBy(() -> database.downTo("1", policy))
          .withMessageContaining("'MRI': lexicon 'general' (id 1), lexicon 'radiology' (id 2)");
    }
    assertThat(database.rows(COPIES)).isEmpty();
    assertThat(database.rows("SELECT lexicon_id FROM lexicon_terms ORDER BY id"))
        .containsExactly("general", "radiology");
    assertThat(database.downTo("2", DataLoss.REFUSE)).isEmpty();
  }
}
