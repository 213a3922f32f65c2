package io.speechtotext.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.examples.service.transcription.ReadAloud;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that the Python service issued. */
@FromTemplate(MigratedDatabase.class)
class LegacyKeysTest {

  private static final String KEY = "I4puhOkeGYKjuciuACv6UfxmiKsVTNc0l-D7bs6bJq8";
  private static final String HASH = "$2b$04$abcdefghijklmnopqrstuuPE2fux1py0SuXXRWFkHh.Ly8T/qdBvy";

  @TempDir private Path audio;

  @BeforeEach
  void issue(ThrowawayDatabase copy) throws Exception {
    try (Connection connection = copy.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO api_keys (name, key_hash) VALUES ('old', '%s') ON CONFLICT DO NOTHING"
              .formatted(HASH));
    }
  }

  @Test
  void goOnWorkingWhereTheyAreWanted(ThrowawayDatabase copy) throws Exception {
    assertThat(statusOfKey(copy, Map.of())).isEqualTo(401);
    assertThat(statusOfKey(copy, Map.of("LEGACY_KEYS", "true"))).isEqualTo(200);
    // Its first use has moved it.
    assertThat(statusOfKey(copy, Map.of())).isEqualTo(200);
  }

  private int statusOfKey(ThrowawayDatabase copy, Map<String, String> variables) throws Exception {
    try (TestService service =
        TestService.start(copy, audio, new ReadAloud(Duration.ZERO), variables)) {
      return service.anybody().withKey(KEY).get("/key").status();
    }
  }
}
