package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.prover.document.SchemaDocument;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(ThrowawayPostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommentsTest {

  private final VersionTemplates templates;

  CommentsTest(ThrowawayPostgres postgres) {
    templates = new VersionTemplates(postgres);
  }

  @AfterAll
  void dropTemplates() {
    templates.close();
  }

  @ParameterizedTest
  @MethodSource("io.speechtotext.schema.SchemaMigrations#versions")
  void everyTableAndEveryColumnSaysWhatItHolds(int version) throws SQLException {
    try (VersionedDatabase database = VersionedDatabase.of(templates.at(version))) {
      assertThat(SchemaDocument.undocumented(database.catalog()))
          .as("Without COMMENT ON. Next: write it into V%d", version)
          .isEmpty();
    }
  }
}
