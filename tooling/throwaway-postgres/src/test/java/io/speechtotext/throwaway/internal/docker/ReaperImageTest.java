package io.speechtotext.throwaway.internal.docker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

class ReaperImageTest {

  @Test
  void isTheOneThatThisVersionOfTestcontainersStarts() throws IOException {
    String constants = contentOf("/org/testcontainers/utility/RyukContainer.class");
    assertThat(
            Pattern.compile("testcontainers/ryuk:[0-9.]+")
                .matcher(constants)
                .results()
                .map(MatchResult::group))
        .containsExactly(DockerDaemon.REAPER_IMAGE);
  }

  // The class is package-private, and says so nowhere but in its code.
  private static String contentOf(String resource) throws IOException {
    try (InputStream in = DockerClientFactory.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in, resource).readAllBytes(), ISO_8859_1);
    }
  }
}
