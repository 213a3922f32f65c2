package io.speechtotext.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.config.DatabaseSettings;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@FromTemplate(MigratedSchema.class)
class SessionsTest {

  private final ThrowawayDatabase copy;

  SessionsTest(ThrowawayDatabase copy) {
    this.copy = copy;
  }

  @Test
  void beginWithTimeouts() {
    try (Database database = Database.open(options(""))) {
      assertThat(setting(database, "statement_timeout")).isEqualTo("30s");
      assertThat(setting(database, "lock_timeout")).isEqualTo("10s");
      assertThat(setting(database, "idle_in_transaction_session_timeout")).isEqualTo("1min");
      int socketMillis = database.read(dsl -> dsl.connectionResult(Connection::getNetworkTimeout));
      assertThat(socketMillis).isEqualTo(40_000);
    }
  }

  @Test
  void heedWhatTheUrlSaysBeforeAllElse() {
    String query =
        "&socketTimeout=77&options=-c%20statement_timeout%3D5s%20-c%20application_name%3Dmine";
    try (Database database = Database.open(options(query))) {
      assertThat(setting(database, "statement_timeout")).isEqualTo("5s");
      assertThat(setting(database, "lock_timeout")).isEqualTo("10s");
      int socketMillis = database.read(dsl -> dsl.connectionResult(Connection::getNetworkTimeout));
      assertThat(socketMillis).isEqualTo(77_000);
    }
  }

  @Test
  void ofThoseWhoListenWaitForAnswersOnly() throws SQLException {
    try (Database database = Database.open(options(""));
        Connection connection = database.listening().orElseThrow().getConnection()) {
      assertThat(connection.getNetworkTimeout()).isEqualTo(10_000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Tehran", "America/Caracas", "UTC"})
  void doNotShiftTimesInAnyZone(String zone) {
    Instant time = Instant.parse("2026-03-21T20:30:00.123456Z");
    Prepared<Instant, Instant> echo =
        Prepared.single(
            "echo",
            (dsl, given) -> dsl.select(given.bind(SQLDataType.INSTANT, each -> each).as("t")),
            row -> row.get(DSL.field(DSL.name("t"), SQLDataType.INSTANT)));
    try (Dba dba = new Dba(copy)) {
      dba.execute("ALTER DATABASE %s SET timezone = '%s'".formatted(copy.name(), zone));
    }
    try (Database database = Database.open(options(""))) {
      assertThat(database.read(echo, time)).isEqualTo(time);
      Instant byJooq = database.read(dsl -> dsl.fetchValue(DSL.val(time)));
      assertThat(byJooq).isEqualTo(time);
    }
  }

  @Test
  void cannotHaveTimeoutsThatAreNone() {
    Duration second = Duration.ofSeconds(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Timeouts(Duration.ZERO, second, second, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Timeouts(second, Duration.ZERO, second, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Timeouts(second, second, Duration.ofNanos(1), second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Timeouts(second, second, second, Duration.ofMillis(999)));
  }

  private DatabaseOptions options(String query) {
    String url = MigratedSchema.url(copy, copy.password()) + query;
    return DatabaseOptions.of(DatabaseSettings.from(Map.of("DATABASE_URL", url)));
  }

  private static String setting(Database database, String name) {
    return database.read(dsl -> dsl.fetchSingle("SHOW " + name).get(0, String.class));
  }
}
