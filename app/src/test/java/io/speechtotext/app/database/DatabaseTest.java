package io.speechtotext.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.config.DatabaseSettings;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ThrowawayPostgresExtension.class)
class DatabaseTest {

  private static final PoolSettings IMPATIENT = new PoolSettings(1, Duration.ofMillis(250));

  @Test
  void isOpenedBySettingsAndAnswers(ThrowawayDatabase empty) {
    try (Database database = MigratedSchema.open(empty)) {
      assertThat(database.<Object>read(dsl -> dsl.fetchSingle("SELECT current_database()").get(0)))
          .isEqualTo(empty.name());
    }
  }

  @Test
  void saysWhichDatabaseRefusedAndNotWithWhichPassword(ThrowawayDatabase empty) {
    DatabaseSettings settings = MigratedSchema.settings(empty, "s3cr3t");
    assertThatExceptionOfType(DatabaseUnavailableException.class)
        .isThrownBy(() -> Database.open(settings, IMPATIENT))
        .withMessageContaining(empty.name())
        .withMessageContaining("check DATABASE_URL")
        .satisfies(e -> assertThat(e).hasStackTraceContaining("password authentication failed"))
        .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain("s3cr3t"));
  }

  @Test
  void saysThatNobodyListens() {
    DatabaseSettings nobody =
        DatabaseSettings.from(Map.of("DATABASE_URL", "postgresql://ada:s3cr3t@127.0.0.1:1/none"));
    assertThatExceptionOfType(DatabaseUnavailableException.class)
        .isThrownBy(() -> Database.open(nobody, IMPATIENT))
        .withMessageContaining("ada@127.0.0.1:1/none");
  }

  @Test
  void isOpenedBySettingsInEveryForm(ThrowawayDatabase empty) {
    URI address = URI.create(empty.jdbcUrl().substring("jdbc:".length()));
    String rest =
        "://%s:%s@%s:%d/%s"
            .formatted(
                empty.user(), empty.password(), address.getHost(), address.getPort(), empty.name());
    for (String scheme : new String[] {"postgresql", "postgres", "postgresql+psycopg2"}) {
      DatabaseSettings settings = DatabaseSettings.from(Map.of("DATABASE_URL", scheme + rest));
      try (Database database = Database.open(settings, IMPATIENT)) {
        assertThat(database.<Object>read(dsl -> dsl.fetchSingle("SELECT 1").get(0))).isEqualTo(1);
      }
    }
  }

  @Test
  void refusesAPoolThatCannotServe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PoolSettings(0, Duration.ofSeconds(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PoolSettings(1, Duration.ofMillis(249)));
  }
}
