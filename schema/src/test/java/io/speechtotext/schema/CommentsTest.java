package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(ThrowawayPostgresExtension.class)
class CommentsTest {

  private static final String WITHOUT_COMMENT =
      """
      WITH tables AS (
        SELECT oid, relname
        FROM pg_class
        WHERE relnamespace = 'public'::regnamespace
          AND relkind IN ('r', 'p')
          AND relname <> 'flyway_schema_history'
      )
      SELECT relname
      FROM tables
      WHERE obj_description(oid, 'pg_class') IS NULL
      UNION ALL
      SELECT relname || '.' || attname
      FROM tables
      JOIN pg_attribute ON attrelid = oid AND attnum > 0 AND NOT attisdropped
      WHERE col_description(attrelid, attnum) IS NULL
      """;

  private final ThrowawayPostgres postgres;

  CommentsTest(ThrowawayPostgres postgres) {
    this.postgres = postgres;
  }

  @ParameterizedTest
  @MethodSource("io.speechtotext.schema.SchemaMigrations#versions")
  void everyTableAndEveryColumnSaysWhatItHolds(int version) throws SQLException {
    try (VersionedDatabase database = VersionedDatabase.at(version, postgres)) {
      assertThat(database.rows(WITHOUT_COMMENT)).isEmpty();
    }
  }
}
