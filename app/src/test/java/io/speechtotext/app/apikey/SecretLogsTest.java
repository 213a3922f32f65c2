package io.speechtotext.app.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.config.DatabaseSettings;
import io.speechtotext.app.database.Database;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, whose libraries log all that they ever log. */
@FromTemplate(MigratedSchema.class)
class SecretLogsTest {

  @Test
  void theMostTalkativeLogHoldsNoKey(ThrowawayDatabase copy, @TempDir Path directory)
      throws IOException, InterruptedException {
    Path log = directory.resolve("log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                "-cp",
                System.getProperty("java.class.path"),
                Talkative.class.getName(),
                MigratedSchema.url(copy, copy.password()))
            .redirectError(log.toFile())
            .start();
    List<String> keys =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    assertThat(keys).hasSize(2);
    assertThat(Files.readString(log)).contains("DEBUG", "org.jooq").doesNotContain(keys);
  }

  /** Creates a key, replaces it, sends both, and prints them. */
  static final class Talkative {

    private Talkative() {}

    public static void main(String[] arguments) {
      DatabaseSettings settings = DatabaseSettings.from(Map.of("DATABASE_URL", arguments[0]));
      try (Database database = Database.open(settings)) {
        ApiKeyRepository keys =
            new ApiKeyRepository(database, ApiKeySettings.DEFAULTS.withLegacyKeys(true));
        IssuedApiKey first = keys.create(NewApiKey.named("clinic"));
        IssuedApiKey second = keys.rotate(first.key().id());
        for (IssuedApiKey each : List.of(first, second)) {
          keys.authenticate(each.plaintext().reveal());
          String secret = each.plaintext().reveal().substring(each.plaintext().prefix().length());
          keys.authenticate(secret);
          System.out.println(secret);
        }
      }
    }
  }
}
