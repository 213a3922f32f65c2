package io.speechtotext.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.speechtotext.migrator.MigratorSettings;
import io.speechtotext.prover.Outcome;
import io.speechtotext.prover.Prover;
import io.speechtotext.prover.ProverSettings;
import io.speechtotext.prover.VersionProof;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.finding.Severity;
import io.speechtotext.prover.report.Report;
import io.speechtotext.prover.source.MigrationFiles;
import io.speechtotext.prover.source.MigrationSet;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every migration, proven on rows: each finding that is not allowed is a test that fails. {@code
 * -Dprover.rows=100000} times them at that size too.
 */
@ExtendWith(ThrowawayPostgresExtension.class)
class ProvenMigrationsTest {

  private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
  private static final Path SITE = Path.of("target", "site");

  @TestFactory
  List<DynamicContainer> everyMigrationIsSafe(ThrowawayPostgres postgres)
      throws SQLException, IOException {
    MigrationSet migrations = MigrationFiles.read(MIGRATIONS);
    List<DynamicContainer> versions = new ArrayList<>();
    try (Report report = Report.begin(SITE, migrations, settings(), postgres.description())) {
      new Prover(postgres, settings())
          .prove(
              migrations,
              proof -> {
                report.proven(proof);
                versions.add(tests(proof));
              });
    }
    return versions;
  }

  /** As the migrator runs them. */
  private static ProverSettings settings() {
    return ProverSettings.defaults()
        .withLockTimeout(MigratorSettings.defaults().lockTimeout())
        .withMoreRows(Integer.getInteger("prover.rows", 0));
  }

  private static DynamicContainer tests(VersionProof proof) {
    String version = proof.migration().version();
    printWarnings(proof.findings());
    List<DynamicTest> tests =
        proof.findings().stream()
            .filter(Finding::fails)
            .map(ProvenMigrationsTest::failure)
            .toList();
    return dynamicContainer(
        version + " " + proof.migration().description(),
        tests.isEmpty() ? List.of(safe(proof)) : tests);
  }

  private static DynamicTest safe(VersionProof proof) {
    return dynamicTest(
        proof.migration().version() + " is safe",
        () -> assertThat(proof.outcome()).isEqualTo(Outcome.PROVEN));
  }

  private static DynamicTest failure(Finding finding) {
    return dynamicTest(
        finding.title(),
        () -> {
          AssertionError error = new AssertionError(FindingMessage.of(finding));
          // It would lead to this line, which did nothing wrong.
          error.setStackTrace(new StackTraceElement[0]);
          throw error;
        });
  }

  private static void printWarnings(List<Finding> findings) {
    findings.stream()
        .filter(finding -> finding.rule().severity() == Severity.WARNING)
        .filter(finding -> finding.allowedBecause() == null)
        .map(finding -> "WARNING " + finding.title() + ": " + finding.detail().strip())
        .forEach(System.out::println);
  }
}
