package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VersionTemplatesExtension.class)
class ForeignKeyActionsTest {

  private final VersionedDatabase database;

  ForeignKeyActionsTest(VersionTemplates templates) throws SQLException {
    database = VersionedDatabase.at(1, templates);
  }

  @BeforeEach
  void insertRowsAndMigrate() throws SQLException {
    SampleRows.insertIntoVersion1(database);
    database.migrateTo(6);
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void jobOutlivesItsKeyAndForgetsIt() throws SQLException {
    database.execute("DELETE FROM api_keys");

    assertThat(database.rows("SELECT id, api_key_id FROM jobs")).containsExactly("1|null");
  }

  @Test
  void feedbackGoesWithItsJob() throws SQLException {
    database.execute("DELETE FROM jobs");

    assertThat(database.rows("SELECT id FROM feedback")).isEmpty();
  }
}
