package io.speechtotext.app.apikey;

import static io.speechtotext.jooq.Tables.API_KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.paging.CreatedAt;
import io.speechtotext.app.paging.Page;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class ApiKeyRepositoryTest {

  private static final String HASH = "0123456789abcdef";

  private final Database database;
  private final ApiKeyRepository keys;

  ApiKeyRepositoryTest(ThrowawayDatabase copy) {
    database = MigratedSchema.open(copy);
    keys = new ApiKeyRepository(database);
  }

  @BeforeEach
  void removeKeys() {
    database.dsl().deleteFrom(API_KEYS).execute();
  }

  @AfterEach
  void closePool() {
    database.close();
  }

  @Test
  void aCreatedKeyIsActiveAndHoldsWhatItWasGiven() {
    Instant expiresAt = Instant.parse("2030-01-01T00:00:00Z");
    ApiKey key = keys.create(new NewApiKey(HASH, "clinic", "wards", true, 100, expiresAt));
    assertThat(key.name()).isEqualTo("clinic");
    assertThat(key.isActive()).isTrue();
    assertThat(key.isAdmin()).isTrue();
    assertThat(key.rateLimitPerHour()).isEqualTo(100);
    assertThat(key.expiresAt()).isEqualTo(expiresAt);
    assertThat(key.lastUsedAt()).isNull();
    assertThat(keys.findById(key.id())).contains(key);
    assertThat(keys.findById(-1)).isEmpty();
  }

  @Test
  void aNameIsTakenOnce() {
    keys.create(NewApiKey.of(HASH, "clinic"));
    assertThat(refusal(NewApiKey.of("another", "clinic")).rule().constraint())
        .isEqualTo("uq_api_keys_name");
  }

  @Test
  void neitherAKeyNorAnErrorAboutOneTellsItsHash() {
    NewApiKey key = NewApiKey.of(HASH, "clinic");
    assertThat(key.toString()).doesNotContain(HASH);
    assertThat(keys.create(key).toString()).doesNotContain(HASH);
    StringWriter printed = new StringWriter();
    refusal(NewApiKey.of(HASH, "another")).printStackTrace(new PrintWriter(printed, true));
    assertThat(printed.toString()).contains("another API key has this hash").doesNotContain(HASH);
  }

  @Test
  void pagesFollowEachOtherNewestFirst() {
    ApiKey first = keys.create(NewApiKey.of("1", "one"));
    ApiKey second = keys.create(NewApiKey.of("2", "two"));
    PageRequest<CreatedAt> request = PageRequest.first(1);
    Page<ApiKey, CreatedAt> page = keys.list(request);
    assertThat(page.items()).containsExactly(second);
    assertThat(page.next())
        .hasValueSatisfying(
            next -> assertThat(keys.list(request.after(next)).items()).containsExactly(first));
  }

  private ConflictException refusal(NewApiKey key) {
    return catchThrowableOfType(ConflictException.class, () -> keys.create(key));
  }
}
