package io.speechtotext.prover.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesPageTest {

  private static final Path PAGE = Path.of("..", "..", "docs", "proving.md");

  @Test
  void pageListsEveryRuleInOrderAndWhatItDoesToTheBuild() throws IOException {
    List<String> rules = Stream.of(Rule.values()).map(RulesPageTest::line).toList();

    assertThat(Files.readAllLines(PAGE))
        .as("docs/proving.md. Next: write the rules there as they are here")
        .containsSubsequence(rules)
        .filteredOn(line -> line.endsWith("| fails |") || line.endsWith("| warns |"))
        .hasSameSizeAs(rules);
  }

  private static String line(Rule rule) {
    String effect = rule.severity() == Severity.ERROR ? "fails" : "warns";
    return "| `%s` | %s | %s |".formatted(rule.id(), rule.title(), effect);
  }
}
