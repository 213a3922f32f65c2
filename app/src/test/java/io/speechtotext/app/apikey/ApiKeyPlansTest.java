package io.speechtotext.app.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.paging.CreatedAt;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the server runs the statements when there are 100,000 keys and 200,000 counts. */
@FromTemplate(MigratedSchema.class)
class ApiKeyPlansTest {

  private static final String SEED =
      """
      INSERT INTO api_keys (key_hash, key_digest, key_prefix, name, is_active, created_at, rate_limit)
      SELECT
          'sha256:' || encode(sha256(n::text::bytea), 'hex'),
          sha256(n::text::bytea),
          'stt_' || n,
          'client ' || n,
          n % 100 <> 0,
          timestamptz '2026-01-01 00:00:00+00' + n * interval '1 minute',
          100
      FROM generate_series(1, 100000) AS n;
      INSERT INTO api_keys (key_hash, name)
      SELECT '$2b$04$' || lpad(n::text, 53, 'x'), 'legacy ' || n
      FROM generate_series(1, 30) AS n;
      INSERT INTO api_key_usage
      SELECT id, date_trunc('hour', now(), 'UTC') - h * interval '1 hour', 5
      FROM api_keys, generate_series(0, 1) AS h;
      ANALYZE api_keys, api_key_usage;
      """;

  private final Database database;
  private final ExplainingStatements plans;
  private final ApiKeyRepository keys;

  ApiKeyPlansTest(ThrowawayDatabase copy) {
    database = MigratedSchema.open(copy);
    plans = new ExplainingStatements(database, copy);
    keys = new ApiKeyRepository(plans, ApiKeySettings.DEFAULTS.withLegacyKeys(true));
  }

  @BeforeAll
  static void seed(ThrowawayDatabase copy) throws SQLException {
    try (Connection connection = copy.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(SEED);
    }
  }

  @AfterEach
  void closePool() {
    database.close();
  }

  @Test
  void authenticatingIsOneLookupByTheDigest() {
    keys.authenticate(PlaintextKey.random().reveal());
    assertThat(plans.of(0))
        .contains("Index Scan using uq_api_keys_key_digest on api_keys")
        .contains("Conflict Arbiter Indexes: api_key_usage_pkey")
        .contains("Index Scan using api_keys_pkey on api_keys")
        .doesNotContain("Seq Scan");
  }

  @Test
  void rowsOfTheOldServiceAreReadByTheirOwnIndex() {
    keys.authenticate("I4puhOkeGYKjuciuACv6UfxmiKsVTNc0l-D7bs6bJq8");
    assertThat(plans.of(2)).contains("ix_api_keys_without_digest").doesNotContain("Seq Scan");
    keys.legacyKeys();
    assertThat(plans.last()).contains("ix_api_keys_without_digest").doesNotContain("Seq Scan");
  }

  @Test
  void aPageIsReadInTheListsOrderWhereverItBegins() {
    PageRequest<CreatedAt> first = PageRequest.first(50);
    CreatedAt deep = new CreatedAt(Instant.parse("2026-01-02T00:00:00Z"), 1440);
    for (PageRequest<CreatedAt> page : List.of(first, first.after(deep))) {
      for (Activity activity : Activity.values()) {
        keys.list(activity, page);
        // One that sorts rows of one instant alone is as good.
        assertThat(plans.last())
            .containsPattern("Index Scan Backward using ix_api_keys_(is_active_)?created_at")
            .doesNotContain("Seq Scan", "->  Sort");
      }
    }
  }

  @Test
  void aKeyIsFoundAndChangedById() {
    int id = keys.create(NewApiKey.named("clinic")).key().id();
    keys.findById(id);
    assertThat(plans.last()).contains("Index Scan using api_keys_pkey");
    keys.deactivate(id);
    assertThat(plans.last()).contains("Index Scan using api_keys_pkey");
  }

  @Test
  void countsOfHoursLongPastAreFoundByTheHour() {
    keys.purgeUsage(Duration.ofHours(1), 1000);
    assertThat(plans.last())
        .contains("ix_api_key_usage_hour")
        .contains("api_key_usage_pkey")
        .doesNotContain("Seq Scan");
  }
}
