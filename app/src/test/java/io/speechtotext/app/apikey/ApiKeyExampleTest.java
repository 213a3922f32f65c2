package io.speechtotext.app.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.Example;
import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.apikey.Authentication.Authenticated;
import io.speechtotext.app.apikey.Authentication.RateLimited;
import io.speechtotext.app.database.Database;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class ApiKeyExampleTest {

  // example begins
  static String newClient(ApiKeyRepository keys, String name) {
    IssuedApiKey issued = keys.create(NewApiKey.named(name).withRateLimitPerHour(50));
    return issued.plaintext().reveal(); // now or never
  }

  static String answer(ApiKeyRepository keys, @Nullable String header) {
    Authentication authentication = keys.authenticate(header);
    if (authentication instanceof Authenticated caller) {
      return "200 Hello, " + caller.key().name();
    }
    if (authentication instanceof RateLimited limited) {
      return "429 Retry-After: " + limited.quota().resetsIn().toSeconds();
    }
    return "401";
  }

  // example ends

  @Test
  void runsAsThePageSays(ThrowawayDatabase copy) {
    try (Database database = MigratedSchema.open(copy)) {
      ApiKeyRepository keys = new ApiKeyRepository(database);
      String key = newClient(keys, "clinic");
      assertThat(answer(keys, key)).isEqualTo("200 Hello, clinic");
      assertThat(answer(keys, null)).isEqualTo("401");
      assertThat(answer(keys, key + "x")).isEqualTo("401");
    }
  }

  @Test
  void isWhatThePageQuotes() throws IOException {
    Example.assertQuoted("docs/repositories/api-keys.md", ApiKeyExampleTest.class);
  }
}
