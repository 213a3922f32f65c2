package io.speechtotext.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each test that {@code docs/weaknesses.md} names is there. */
class WeaknessesPageTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (W\\d+) \\|");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
  private static final List<String> MODULES =
      List.of("tooling", "migrator", "schema", "app", "examples");

  private final String page;

  WeaknessesPageTest() throws IOException {
    page = Files.readString(ROOT.resolve("docs/weaknesses.md"));
  }

  @Test
  void eachWeaknessHasARow() {
    assertThat(ROW.matcher(page).results().map(row -> row.group(1)))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).mapToObj(i -> "W" + i).toList());
  }

  @Test
  void eachTestThatIsNamedIsThere() throws IOException {
    Map<String, List<Path>> tests = tests();
    List<MatchResult> named = NAMED.matcher(page).results().toList();
    assertThat(named).hasSizeGreaterThan(50);
    for (MatchResult each : named) {
      boolean there = false;
      for (Path file : tests.getOrDefault(each.group(1) + ".java", List.of())) {
        there |= declares(file, each.group(2));
      }
      assertThat(there).as(each.group()).isTrue();
    }
  }

  /** The source files of all modules' tests, by their names. */
  private static Map<String, List<Path>> tests() throws IOException {
    Map<String, List<Path>> tests = new HashMap<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
        files
            .filter(file -> file.toString().contains("src/test/java"))
            .forEach(
                file ->
                    tests
                        .computeIfAbsent(
                            String.valueOf(file.getFileName()), name -> new ArrayList<>())
                        .add(file));
      }
    }
    return tests;
  }

  private static boolean declares(Path file, String method) throws IOException {
    return Pattern.compile("(?m)^  [\\w<>.]+ " + method + "\\(")
        .matcher(Files.readString(file))
        .find();
  }
}
