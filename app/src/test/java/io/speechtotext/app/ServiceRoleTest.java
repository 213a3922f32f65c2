package io.speechtotext.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.config.DatabaseSettings;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.database.DirectConnections;
import io.speechtotext.app.database.ReleasedSchema;
import io.speechtotext.app.database.Repeating;
import io.speechtotext.app.failure.UnexpectedFailureException;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.migrator.SchemaMismatchException;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The role that the repositories' tests work in is as little privileged as a service's. */
@FromTemplate(MigratedSchema.class)
class ServiceRoleTest {

  @Test
  void ownsNoTableAndMakesNone(ThrowawayDatabase copy) {
    try (Database database = MigratedSchema.open(copy)) {
      assertThat(asked(database, "SELECT current_user")).isNotEqualTo(copy.user());
      assertRefused(database, "ALTER TABLE jobs ADD extra int");
      assertRefused(database, "DELETE FROM flyway_schema_history");
      assertThat(asked(database, "SELECT bool_and(success) FROM flyway_schema_history"))
          .isEqualTo("true");
    }
  }

  private static String asked(Database database, String sql) {
    return database.read(dsl -> dsl.fetchSingle(sql).get(0, String.class));
  }

  private static void assertRefused(Database database, String sql) {
    assertThatExceptionOfType(UnexpectedFailureException.class)
        .isThrownBy(() -> database.write(Repeating.UNSAFE, dsl -> dsl.execute(sql)));
  }

  @Test
  void canAskAtItsStartWhetherTheDatabaseFits(ThrowawayDatabase copy) throws SQLException {
    DatabaseSettings settings = MigratedSchema.settings(copy, copy.password());
    Migrator migrator = new Migrator(DirectConnections.to(settings), ReleasedSchema.migrations());
    migrator.verify(ReleasedSchema.snapshot());

    execute(copy, "ALTER TABLE jobs ADD COLUMN of_a_later_release int");
    execute(copy, "CREATE INDEX ix_of_a_dba ON jobs (language)");
    migrator.verify(ReleasedSchema.snapshot());

    execute(copy, "ALTER TABLE jobs DROP COLUMN processed_text");
    assertThatExceptionOfType(SchemaMismatchException.class)
        .isThrownBy(() -> migrator.verify(ReleasedSchema.snapshot()))
        .withMessageContaining("jobs.processed_text: expected text, found nothing");
  }

  private static void execute(ThrowawayDatabase copy, String sql) throws SQLException {
    try (Connection connection = copy.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
