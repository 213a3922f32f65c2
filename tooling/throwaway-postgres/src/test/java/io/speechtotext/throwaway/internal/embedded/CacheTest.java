package io.speechtotext.throwaway.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CacheTest {

  private static final ServerUser OTHER = new ServerUser(List.of(), "nobody");
  private static final String VARIABLE = "THROWAWAY_POSTGRES_CACHE";

  @Test
  void isWhereThePropertySaysElseWhereTheVariableSays() {
    assertThat(preferred("linux", Map.of(VARIABLE, "/by/variable"), "/by/property"))
        .isEqualTo("/by/property");
    assertThat(preferred("linux", Map.of(VARIABLE, "/by/variable"), " ")).isEqualTo("/by/variable");
  }

  @Test
  void isElseAmongTheUsersCachesWhereTheSystemKeepsThem() {
    assertThat(preferred("Linux", Map.of(), "")).isEqualTo("/home/me/.cache/throwaway-postgres");
    assertThat(preferred("Linux", Map.of("XDG_CACHE_HOME", "/caches"), ""))
        .isEqualTo("/caches/throwaway-postgres");
    assertThat(preferred("Mac OS X", Map.of(), ""))
        .isEqualTo("/home/me/Library/Caches/throwaway-postgres");
  }

  @Test
  void isTemporaryWhereTheServerCannotEnterTheHomeDirectory() {
    assertThat(Cache.preferred(OTHER, properties("Linux", ""), Map.of()))
        .isEqualTo(Cache.temporary(OTHER))
        .isNotEqualTo(Cache.temporary(ServerUser.self()));
  }

  private static String preferred(String system, Map<String, String> environment, String named) {
    return Cache.preferred(ServerUser.self(), properties(system, named), environment).toString();
  }

  private static Properties properties(String system, String named) {
    Properties properties = new Properties();
    properties.setProperty("os.name", system);
    properties.setProperty("user.home", Path.of("/home/me").toString());
    properties.setProperty("throwaway.postgres.cache", named);
    return properties;
  }
}
