package io.speechtotext.prover.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.prover.CaseFile;
import io.speechtotext.prover.Prover;
import io.speechtotext.prover.ProverSettings;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Rule;
import io.speechtotext.prover.source.MigrationFiles;
import io.speechtotext.prover.source.MigrationSet;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What findings about locks show as the safe way is run, and must be one. */
@ExtendWith(ThrowawayPostgresExtension.class)
@Execution(ExecutionMode.CONCURRENT)
@Tag("ci")
class SafeRewritesTest {

  private static final Set<Rule> ABOUT_LOCKS =
      EnumSet.of(
          Rule.FAILS,
          Rule.CONSTRAINT_NOT_VALID,
          Rule.FK_LOCKS_BOTH,
          Rule.SET_NOT_NULL_SCAN,
          Rule.TYPE_CHANGE_REWRITE,
          Rule.TABLE_REWRITE,
          Rule.INDEX_REWRITE,
          Rule.INDEX_NOT_CONCURRENT,
          Rule.UNIQUE_BUILDS_INDEX,
          Rule.PK_FLIPS_NULL,
          Rule.EXCLUSION_CONSTRAINT,
          Rule.NO_LOCK_TIMEOUT,
          Rule.WORK_UNDER_EXCLUSIVE);

  private static final Pattern HEADING = Pattern.compile("-- V(\\d+)[:,]");

  private final ThrowawayPostgres postgres;

  SafeRewritesTest(ThrowawayPostgres postgres) {
    this.postgres = postgres;
  }

  static List<CaseFile> cases() throws IOException {
    return RuleCasesTest.cases().stream()
        .filter(file -> ABOUT_LOCKS.contains(rule(file)) && rule(file) != Rule.FAILS)
        .filter(file -> !file.expectedFindings().isEmpty())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void runsWithoutHarm(CaseFile file) throws SQLException {
    Finding unsafe =
        findings(file.migrations(), RuleCasesTest.settings(file)).stream()
            .filter(finding -> finding.rule() == rule(file))
            .findFirst()
            .orElseThrow();

    List<Finding> findings = findings(rewritten(file, unsafe), RuleCasesTest.settings(file));

    assertThat(findings.stream().filter(finding -> ABOUT_LOCKS.contains(finding.rule())))
        .as(unsafe.rewrite())
        .noneMatch(finding -> !isToBeAllowed(finding, unsafe));
  }

  private static boolean isToBeAllowed(Finding finding, Finding unsafe) {
    return unsafe
        .rewrite()
        .contains("allow %s on %s: ".formatted(finding.rule().id(), finding.object()));
  }

  private static Rule rule(CaseFile file) {
    return Rule.ofId(file.toString().split("/", -1)[0]).orElseThrow();
  }

  // The case with the steps of the rewrite in place of the migration and all behind it.
  private static MigrationSet rewritten(CaseFile file, Finding unsafe) {
    int version = Integer.parseInt(unsafe.version().substring(1));
    Map<String, String> files = new LinkedHashMap<>();
    file.parts()
        .forEach(
            (name, text) -> {
              for (int before = 1; before < version; before++) {
                if (name.matches("[VU]" + before + "__.*")) {
                  files.put(name, text);
                }
              }
            });
    steps(unsafe.rewrite(), version)
        .forEach(
            (number, sql) -> {
              files.put("V" + number + "__step.sql", sql);
              if (sql.contains("executeInTransaction=false")) {
                files.put("V" + number + "__step.sql.conf", "executeInTransaction=false\n");
              }
            });
    return MigrationFiles.of(file.toString(), files);
  }

  private static Map<Integer, String> steps(String rewrite, int first) {
    Map<Integer, String> steps = new LinkedHashMap<>();
    int number = first;
    for (String line : rewrite.split("\n", -1)) {
      Matcher heading = HEADING.matcher(line);
      number = heading.lookingAt() ? Integer.parseInt(heading.group(1)) : number;
      steps.merge(number, line + "\n", String::concat);
    }
    return steps;
  }

  private List<Finding> findings(MigrationSet migrations, ProverSettings settings)
      throws SQLException {
    List<Finding> findings = new ArrayList<>();
    new Prover(postgres, settings).prove(migrations, proof -> findings.addAll(proof.findings()));
    return findings;
  }
}
