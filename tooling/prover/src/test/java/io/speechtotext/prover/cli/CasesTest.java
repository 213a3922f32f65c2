package io.speechtotext.prover.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayPostgres;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every file in {@code cases}, each in a directory of its own. */
class CasesTest {

  @TempDir Path scratch;

  @TestFactory
  List<DynamicTest> printsWhatTheFileSays() throws IOException, URISyntaxException {
    URL directory = Objects.requireNonNull(CasesTest.class.getResource("cases"));
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(directory.toURI()))) {
      for (Path file : files.sorted().toList()) {
        Case each = Case.read(file);
        tests.add(DynamicTest.dynamicTest(each.name(), () -> replay(each)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private void replay(Case expected) throws IOException {
    Path directory = Files.createDirectory(scratch.resolve(expected.name()));
    Terminal terminal = new Terminal(ThrowawayPostgres::start, Map.of(), directory);
    assertThat(String.join("\n", expected.replayedBy(terminal)).strip())
        .isEqualTo(String.join("\n", expected.lines()));
  }
}
