package io.speechtotext.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {

  @Test
  void anEmptyEnvironmentMeansTheProductionDefaults() {
    DatabaseSettings settings = DatabaseSettings.from(Map.of());
    assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost:5432/speech_to_text");
    assertThat(settings.user()).isEqualTo("postgres");
    assertThat(settings.password()).isEqualTo("postgres");
    assertThat(settings.secretProperties()).isEmpty();
  }

  @Test
  void theEnvironmentOfThisProcessIsReadLikeAnyOther() {
    assertThat(DatabaseSettings.fromEnvironment())
        .usingRecursiveComparison()
        .isEqualTo(DatabaseSettings.from(System.getenv()));
  }

  @Test
  void anEmptyVariableCountsAsUnset() {
    Map<String, String> environment = new HashMap<>();
    environment.put("DATABASE_URL", "");
    for (Part part : Part.values()) {
      environment.put(part.variable(), "");
    }
    assertThat(DatabaseSettings.from(environment))
        .usingRecursiveComparison()
        .isEqualTo(DatabaseSettings.from(Map.of()));
  }

  @Test
  void eachVariableReplacesItsDefault() {
    DatabaseSettings settings =
        DatabaseSettings.from(
            Map.of(
                "DB_HOST", "db.example.org",
                "DB_PORT", "5433",
                "DB_NAME", "speech",
                "DB_USER", "alice",
                "DB_PASSWORD", "secret"));
    assertThat(settings.describe()).isEqualTo("alice@db.example.org:5433/speech");
    assertThat(DriverView.of(settings).target()).isEqualTo("db.example.org 5433 speech");
    assertThat(settings.password()).isEqualTo("secret");
  }

  @Test
  void theUrlWinsAndTheOtherVariablesDoNotFillItsGaps() {
    DatabaseSettings settings =
        DatabaseSettings.from(
            Map.of(
                "DATABASE_URL", "postgresql://url-host",
                "DB_HOST", "other",
                "DB_PORT", "nonsense",
                "DB_NAME", "other",
                "DB_USER", "other",
                "DB_PASSWORD", "other"));
    assertThat(settings.describe()).isEqualTo("postgres@url-host:5432/speech_to_text");
    assertThat(settings.password()).isEqualTo("postgres");
  }

  @ParameterizedTest
  @ValueSource(strings = {"p%40ss", "a@b", "a/b", "a:b", "a+b", "a#b", "a?b&c=d", " ", "پیام é 🔑"})
  void variablesAreTakenLiterally(String odd) {
    DatabaseSettings settings =
        DatabaseSettings.from(Map.of("DB_PASSWORD", odd, "DB_USER", odd, "DB_NAME", odd));
    assertThat(settings.password()).isEqualTo(odd);
    assertThat(settings.user()).isEqualTo(odd);
    assertThat(DriverView.of(settings).target()).isEqualTo("localhost 5432 " + odd);
  }

  @Test
  void aHostVariableMayBeAnIpv6AddressOrAList() {
    DatabaseSettings settings =
        DatabaseSettings.from(Map.of("DB_HOST", "::1,[fe80::1%eth0],h3", "DB_PORT", "5433"));
    assertThat(DriverView.of(settings).target())
        .isEqualTo("[::1],[fe80::1%eth0],h3 5433,5433,5433 speech_to_text");
  }

  @Test
  void theDescriptionStaysOnOneLine() {
    DatabaseSettings settings = DatabaseSettings.from(Map.of("DB_USER", "a\nb\u202ec"));
    assertThat(settings.describe()).isEqualTo("a\\u{a}b\\u{202e}c@localhost:5432/speech_to_text");
  }

  @Test
  void theKeysPasswordIsKeptOutOfTheUrl() {
    DatabaseSettings settings =
        DatabaseSettings.from(
            Map.of("DATABASE_URL", "postgresql://h/d?sslkey=/k.p8&sslpassword=s3cr%2Bt"));
    assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://h:5432/d?sslkey=%2Fk.p8");
    assertThat(settings.secretProperties()).containsExactly(Map.entry("sslpassword", "s3cr+t"));
  }

  @Test
  void knowsAServerOnThisMachine() {
    assertThat(isOnLoopback("postgresql://u:p@localhost/db")).isTrue();
    assertThat(isOnLoopback("postgresql://u:p@127.0.0.9:1/db")).isTrue();
    assertThat(isOnLoopback("postgresql://u:p@[::1]:5433/db")).isTrue();
  }

  @Test
  void takesAnyOtherServerForAnothersOneAmongSeveralToo() {
    assertThat(isOnLoopback("postgresql://u:p@192.0.2.1/db")).isFalse();
    assertThat(isOnLoopback("postgresql://u:p@localhost,192.0.2.1/db")).isFalse();
    assertThat(isOnLoopback("postgresql://u:p@no-such-host.invalid/db")).isFalse();
  }

  @Test
  void prefersTheMigrationsOwnUrlForMigrationAlone() {
    Map<String, String> both =
        Map.of(
            "DATABASE_URL", "postgresql://service:p@pooler/db",
            "MIGRATION_DATABASE_URL", "postgresql://owner:p@server/db");
    assertThat(DatabaseSettings.from(both).describe()).isEqualTo("service@pooler:5432/db");
    assertThat(DatabaseSettings.forMigration(both).describe()).isEqualTo("owner@server:5432/db");
    assertThat(DatabaseSettings.forMigration(Map.of("DATABASE_URL", "postgresql://u@h/db")).user())
        .isEqualTo("u");
  }

  private static boolean isOnLoopback(String url) {
    return DatabaseSettings.from(Map.of("DATABASE_URL", url)).isOnLoopback();
  }
}
