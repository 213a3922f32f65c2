package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.prover.document.SchemaDocument;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(VersionTemplatesExtension.class)
class CommentsTest {

  private final VersionTemplates templates;

  CommentsTest(VersionTemplates templates) {
    this.templates = templates;
  }

  @ParameterizedTest
  @MethodSource("io.speechtotext.schema.SchemaMigrations#versions")
  void everyTableAndEveryColumnSaysWhatItHolds(int version) throws SQLException {
    try (VersionedDatabase database = VersionedDatabase.at(version, templates)) {
      assertThat(SchemaDocument.undocumented(database.catalog()))
          .as("Without COMMENT ON. Next: write it into V%d", version)
          .isEmpty();
    }
  }
}
