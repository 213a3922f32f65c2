package io.speechtotext.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class HealthTest extends ServiceTest {

  @Test
  void isTheDatabases(ThrowawayDatabase copy, ThrowawayPostgres server) throws Exception {
    Client anybody = service().anybody();
    Client owner = service().owner();
    assertThat(anybody.get("/health").status()).isEqualTo(200);

    try (ThrowawayDatabase elsewhere = server.createDatabase()) {
      refuseConnections(copy, elsewhere, true);
      Answer unhealthy = anybody.get("/health");
      assertThat(unhealthy.status()).isEqualTo(503);
      assertThat(unhealthy.value("postgres")).isEqualTo("down");
      assertThat(anybody.get("/healthz").status()).isEqualTo(200);
      assertThat(owner.get("/key").header("Retry-After")).isPresent();

      refuseConnections(copy, elsewhere, false);
      Until.isTrue(() -> anybody.get("/health").status() == 200);
      assertThat(owner.get("/key").status()).isEqualTo(200);
    }
  }

  // As good as gone: whoever was connected is thrown out, and nobody gets in.
  private static void refuseConnections(
      ThrowawayDatabase database, ThrowawayDatabase elsewhere, boolean refused)
      throws SQLException {
    try (Connection connection = elsewhere.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "ALTER DATABASE \"%s\" ALLOW_CONNECTIONS %s".formatted(database.name(), !refused));
      if (refused) {
        statement.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
                .formatted(database.name()));
      }
    }
  }
}
