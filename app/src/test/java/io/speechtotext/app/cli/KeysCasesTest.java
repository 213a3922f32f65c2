package io.speechtotext.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files in {@code keys}, each on a migrated database without keys. */
@FromTemplate(MigratedSchema.class)
class KeysCasesTest {

  private final Terminal terminal;

  KeysCasesTest(ThrowawayDatabase copy) {
    terminal = new Terminal(copy, Release.CURRENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"keys.case", "legacy.case"})
  void printsWhatTheFileSays(String file) throws Exception {
    terminal.query("TRUNCATE api_keys RESTART IDENTITY CASCADE");
    URL resource = Objects.requireNonNull(KeysCasesTest.class.getResource("keys/" + file));
    Case expected = Case.read(Path.of(resource.toURI()));
    assertThat(String.join("\n", expected.replayedBy(terminal)))
        .isEqualTo(String.join("\n", expected.lines()));
  }
}
