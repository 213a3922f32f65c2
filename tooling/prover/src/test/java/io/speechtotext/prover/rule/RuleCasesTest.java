package io.speechtotext.prover.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.prover.CaseFile;
import io.speechtotext.prover.Prover;
import io.speechtotext.prover.ProverSettings;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A directory for each rule: cases that break it, and their safe rewrites. */
@ExtendWith(ThrowawayPostgresExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class RuleCasesTest {

  private static final Path DIRECTORY =
      Path.of("src", "test", "resources", "io", "speechtotext", "prover", "rules");

  private static final ProverSettings SETTINGS =
      ProverSettings.defaults().withRowsPerTable(50).withLockTimeout(Duration.ofSeconds(5));

  private final ThrowawayPostgres postgres;

  RuleCasesTest(ThrowawayPostgres postgres) {
    this.postgres = postgres;
  }

  // -Dcases.only=work-under runs those of one rule, or one.
  private static boolean isChosen(Path file) {
    return file.toString().endsWith(".case")
        && file.toString().contains(System.getProperty("cases.only", ""));
  }

  static List<CaseFile> cases() throws IOException {
    List<CaseFile> cases = new ArrayList<>();
    try (Stream<Path> files = Files.walk(DIRECTORY)) {
      for (Path file : files.filter(RuleCasesTest::isChosen).sorted().toList()) {
        cases.add(CaseFile.read(file));
      }
    }
    return cases;
  }

  // The two that every rule has.
  static List<CaseFile> plainCases() throws IOException {
    return cases().stream().filter(RuleCasesTest::isPlain).toList();
  }

  static List<CaseFile> furtherCases() throws IOException {
    return cases().stream().filter(file -> !isPlain(file)).toList();
  }

  private static boolean isPlain(CaseFile file) {
    return file.path().endsWith("breaks.case") || file.path().endsWith("keeps.case");
  }

  @ParameterizedTest
  @MethodSource("plainCases")
  void findsWhatBreaksTheRuleAndNothingElse(CaseFile file) throws SQLException {
    assertFindings(file);
  }

  @ParameterizedTest
  @MethodSource("furtherCases")
  @Tag("ci")
  void findsItInEveryGuiseAndNothingElse(CaseFile file) throws SQLException {
    assertFindings(file);
  }

  private void assertFindings(CaseFile file) throws SQLException {
    List<Finding> findings = findings(file);

    assertThat(findings.stream().map(Finding::title).collect(Collectors.joining("\n")))
        .as(() -> findings.stream().map(Finding::toString).collect(Collectors.joining("\n")))
        .isEqualTo(file.expectedFindings());
    if (!file.expectedRewrite().isEmpty()) {
      assertThat(findings)
          .filteredOn(finding -> finding.rule().id().equals(file.rule()))
          .first()
          .extracting(finding -> finding.rewrite().strip())
          .isEqualTo(file.expectedRewrite());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleHasACaseThatBreaksItAndOneThatKeepsIt(Rule rule) {
    Path directory = DIRECTORY.resolve(rule.id());

    assertThat(directory).isDirectoryContaining("glob:**/breaks.case");
    assertThat(directory).isDirectoryContaining("glob:**/keeps.case");
  }

  private List<Finding> findings(CaseFile file) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    new Prover(postgres, settings(file))
        .prove(file.migrations(), proof -> findings.addAll(proof.findings()));
    return findings;
  }

  static ProverSettings settings(CaseFile file) {
    ProverSettings settings = SETTINGS;
    if (file.parts().containsKey("no-lock-timeout")) {
      settings = settings.withLockTimeout(Duration.ZERO);
    }
    if (file.parts().containsKey("statement-timeout")) {
      settings = settings.withStatementTimeout(Duration.ofMillis(300));
    }
    return settings;
  }
}
