package io.speechtotext.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.apikey.IssuedApiKey;
import io.speechtotext.app.apikey.NewApiKey;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeysTest extends ServiceTest {

  @Test
  void letsNobodyInWithoutAKey() throws Exception {
    for (String path : new String[] {"/jobs", "/jobs/x", "/key", "/lexicons/general/export"}) {
      assertThat(service().anybody().get(path).status()).as(path).isEqualTo(401);
    }
    Client guesser = service().anybody().withKey("stt_abcdefgh_" + "0".repeat(43));
    assertThat(guesser.get("/key").status()).isEqualTo(401);
    assertThat(guesser.submit("secret").status()).isEqualTo(401);
  }

  @Test
  void takesAKeyFromTheHeaderOnly() throws Exception {
    String key = service().issue(TestService.anyKey()).plaintext().reveal();
    assertThat(service().anybody().get("/key?api_key=" + key).status()).isEqualTo(401);
    assertThat(service().anybody().get("/key?X-API-Key=" + key).status()).isEqualTo(401);
    assertThat(service().anybody().withKey(key).get("/key").status()).isEqualTo(200);
  }

  @Test
  void letsNobodyInWithAKeyThatWasWithdrawnOrHasExpired() throws Exception {
    IssuedApiKey withdrawn = service().issue(TestService.anyKey());
    Client client = service().anybody().withKey(withdrawn.plaintext().reveal());
    assertThat(client.get("/key").status()).isEqualTo(200);
    service().data().apiKeys().deactivate(withdrawn.key().id());
    assertThat(client.get("/key").status()).isEqualTo(401);

    NewApiKey expired = TestService.anyKey().withExpiresAt(Instant.EPOCH);
    assertThat(service().holderOf(expired).get("/key").status()).isEqualTo(401);
  }

  @Test
  void tellsWhoOneIs() throws Exception {
    Answer admin = service().admin().get("/key");
    assertThat(admin.json().path("is_admin").asBoolean()).isTrue();
    assertThat(admin.json().has("rate_limit")).isFalse();
    assertThat(admin.header("X-RateLimit-Limit")).isEmpty();
  }

  @Test
  void holdsAKeyToItsLimit() throws Exception {
    Client client = service().holderOf(TestService.anyKey().withRateLimitPerHour(2));
    Answer first = client.get("/key");
    assertThat(first.value("rate_limit")).isEqualTo("2");
    assertThat(first.value("remaining")).isEqualTo("1");
    assertThat(first.header("X-RateLimit-Remaining")).hasValue("1");
    assertThat(client.submit("the last one").status()).isEqualTo(202);

    Answer refused = client.submit("one too many");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("X-RateLimit-Limit")).hasValue("2");
    assertThat(refused.header("X-RateLimit-Remaining")).hasValue("0");
    assertThat(refused.header("X-RateLimit-Reset")).isPresent();
    assertThat(refused.header("Retry-After").map(Integer::valueOf).orElseThrow())
        .isBetween(1, 3600);
  }

  @Test
  void letsAKeyWithALongNameDoAllThatOthersDo() throws Exception {
    NewApiKey long255 = NewApiKey.named("\ud83c\udf99".repeat(255)).withRateLimitPerHour(null);
    Client client = service().holderOf(long255.withAdmin());
    assertThat(client.submit("a text").status()).isEqualTo(202);
    assertThat(client.post("/lexicons/long/import", "application/json", "[]").status())
        .isEqualTo(200);
  }
}
