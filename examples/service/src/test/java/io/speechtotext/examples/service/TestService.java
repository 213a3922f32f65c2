package io.speechtotext.examples.service;

import io.speechtotext.app.SpeechToText;
import io.speechtotext.app.SpeechToTextConfig;
import io.speechtotext.app.apikey.IssuedApiKey;
import io.speechtotext.app.apikey.NewApiKey;
import io.speechtotext.examples.service.http.Route;
import io.speechtotext.examples.service.transcription.Transcriber;
import io.speechtotext.throwaway.ThrowawayDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A service in this process, and an operator who makes keys for it. */
final class TestService implements AutoCloseable {

  private final Service service;
  private final SpeechToText data;

  private TestService(Service service, SpeechToText data) {
    this.service = service;
    this.data = data;
  }

  static TestService start(
      ThrowawayDatabase copy, Path audio, Transcriber transcriber, Map<String, String> variables)
      throws IOException {
    Map<String, String> environment = new HashMap<>(environment(copy, audio));
    environment.putAll(variables);
    SpeechToTextConfig config = SpeechToTextConfig.from(environment);
    Service service = Service.start(ServiceSettings.from(environment), config, transcriber);
    return new TestService(service, SpeechToText.open(config));
  }

  static TestService start(ThrowawayDatabase copy, Path audio, Transcriber transcriber)
      throws IOException {
    return start(copy, audio, transcriber, Map.of());
  }

  /** What a process of the service finds in its environment. */
  static Map<String, String> environment(ThrowawayDatabase copy, Path audio) {
    return Map.of(
        "DATABASE_URL",
        MigratedDatabase.url(copy),
        "HOST",
        "127.0.0.1",
        "PORT",
        "0",
        "AUDIO_STORAGE_PATH",
        audio.toString());
  }

  /** What the service sees of its database. */
  SpeechToText data() {
    return data;
  }

  /** All that it can be asked. */
  List<Route> routes() {
    return service.routes();
  }

  int port() {
    return service.port();
  }

  /** Somebody without a key. */
  Client anybody() {
    return Client.anonymous(port());
  }

  /** Somebody with a key of their own, which has no limit. */
  Client owner() {
    return holderOf(anyKey());
  }

  Client admin() {
    return holderOf(anyKey().withAdmin());
  }

  Client holderOf(NewApiKey key) {
    return anybody().withKey(issue(key).plaintext().reveal());
  }

  IssuedApiKey issue(NewApiKey key) {
    return data.apiKeys().create(key);
  }

  static NewApiKey anyKey() {
    return NewApiKey.named("key " + UUID.randomUUID()).withRateLimitPerHour(null);
  }

  @Override
  public void close() {
    data.close();
    service.close();
  }
}
