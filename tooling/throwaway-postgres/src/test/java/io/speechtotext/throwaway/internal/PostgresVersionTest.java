package io.speechtotext.throwaway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One place names the PostgreSQL version, and the others follow. */
class PostgresVersionTest {

  private static final Path ROOT = Path.of("../..");

  @Test
  void imageAndEmbeddedBinariesFollowIt() {
    PostgresVersion version = PostgresVersion.ofBuild();
    assertThat(version.image()).isEqualTo("postgres:" + version.version() + "-alpine");
    assertThat(version.embeddedVersion()).isEqualTo(version.version() + ".0");
    assertThat(version.version()).startsWith(version.major() + ".");
  }

  @Test
  void composeUsesTheSame() throws IOException {
    String ofBuild = first("<postgres\\.version>(.+)</postgres\\.version>", "pom.xml");
    String ofCompose =
        first(
            "image: *\"?postgres:(?:\\$\\{POSTGRES_VERSION:-)?([0-9.]+)}?-", "docker-compose.yml");
    assertThat(ofCompose).isEqualTo(ofBuild);
  }

  private static String first(String pattern, String file) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(ROOT.resolve(file)))
        .results()
        .map(result -> result.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError(file + " holds no " + pattern));
  }
}
