package io.speechtotext.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every file in {@code cases}, each on an empty database of its own. */
@ExtendWith(ThrowawayPostgresExtension.class)
class CasesTest {

  private final ThrowawayPostgres server;
  private final Release release;

  CasesTest(ThrowawayPostgres server, @TempDir Path migrations) {
    this.server = server;
    this.release = new SixVersions(migrations);
  }

  @TestFactory
  Stream<DynamicTest> printsWhatTheFileSays() throws IOException, URISyntaxException {
    URL directory = Objects.requireNonNull(CasesTest.class.getResource("cases"));
    try (Stream<Path> files = Files.list(Path.of(directory.toURI()))) {
      List<Case> cases = files.sorted().map(Case::read).toList();
      assertThat(cases).isNotEmpty();
      return cases.stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> replay(each)));
    }
  }

  private void replay(Case expected) throws Exception {
    try (ThrowawayDatabase database = server.createDatabase()) {
      List<String> seen = expected.replayedBy(new Terminal(database, release));
      assertThat(String.join("\n", seen)).isEqualTo(String.join("\n", expected.lines()));
    }
  }
}
