package io.speechtotext.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.database.Database;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

/** The role that the repositories' tests work in is as little privileged as a service's. */
@FromTemplate(MigratedSchema.class)
class ServiceRoleTest {

  @Test
  void ownsNoTableAndMakesNone(ThrowawayDatabase copy) {
    try (Database database = MigratedSchema.open(copy)) {
      assertThat(database.dsl().fetchValue("SELECT current_user")).isNotEqualTo(copy.user());
      assertThatExceptionOfType(DataAccessException.class)
          .isThrownBy(() -> database.dsl().execute("ALTER TABLE jobs ADD extra int"));
      assertThatExceptionOfType(DataAccessException.class)
          .isThrownBy(() -> database.dsl().execute("DELETE FROM flyway_schema_history"));
      assertThat(database.dsl().fetchValue("SELECT max(version) FROM flyway_schema_history"))
          .isEqualTo("6");
    }
  }
}
