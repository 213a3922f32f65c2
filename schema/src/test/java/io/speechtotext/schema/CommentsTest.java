package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.prover.document.SchemaDocument;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(ThrowawayPostgresExtension.class)
class CommentsTest {

  private final ThrowawayPostgres postgres;

  CommentsTest(ThrowawayPostgres postgres) {
    this.postgres = postgres;
  }

  @ParameterizedTest
  @MethodSource("io.speechtotext.schema.SchemaMigrations#versions")
  void everyTableAndEveryColumnSaysWhatItHolds(int version) throws SQLException {
    try (VersionedDatabase database = VersionedDatabase.at(version, postgres)) {
      assertThat(SchemaDocument.undocumented(database.catalog()))
          .as("Without COMMENT ON. Next: write it into V%d", version)
          .isEmpty();
    }
  }
}
