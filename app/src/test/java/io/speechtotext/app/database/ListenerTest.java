package io.speechtotext.app.database;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.config.DatabaseSettings;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@FromTemplate(MigratedSchema.class)
@Timeout(60)
class ListenerTest {

  // The operating system would take a quarter of an hour.
  @Test
  void noticesThatTheServerIsGoneWithoutAWord(ThrowawayDatabase copy) throws IOException {
    URI server = URI.create(copy.jdbcUrl().substring("jdbc:".length()));
    try (SilencedProxy proxy = new SilencedProxy(server.getHost(), server.getPort())) {
      String url =
          MigratedSchema.url(copy, copy.password())
              .replace(server.getAuthority(), "127.0.0.1:" + proxy.port());
      DatabaseSettings settings = DatabaseSettings.from(Map.of("DATABASE_URL", url));
      Listener listener =
          new Listener(
              DirectConnections.listening(settings, Duration.ofSeconds(1)),
              "any",
              new Generation(),
              Duration.ofMillis(100));
      listener.start();
      await(listener, true);
      proxy.silence(true);
      await(listener, false);
      proxy.silence(false);
      await(listener, true);
      listener.close();
    }
  }

  private static void await(Listener listener, boolean isListening) {
    while (listener.isListening() != isListening) {
      Thread.onSpinWait();
    }
  }
}
