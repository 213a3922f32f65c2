package io.speechtotext.prover;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.source.MigrationFiles;
import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Migrations as other people write them, with their usual sins: a shop's as for golang-migrate, a
 * forum's as for Diesel. What is found in them stands beside them; {@code -Dcases.write} writes it
 * anew, for a person to look at.
 */
@ExtendWith(ThrowawayPostgresExtension.class)
@Tag("ci")
class ImitatedProjectsTest {

  private static final Path PROJECTS =
      Path.of("src", "test", "resources", "io", "speechtotext", "prover", "imitated");

  private final ThrowawayPostgres postgres;

  ImitatedProjectsTest(ThrowawayPostgres postgres) {
    this.postgres = postgres;
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "forum"})
  void findsWhatStandsBesideThem(String project) throws SQLException, IOException {
    Path directory = PROJECTS.resolve(project);
    Path expected = directory.resolve("expected-findings.txt");
    StringBuilder found = new StringBuilder();

    new Prover(postgres, ProverSettings.defaults().withRowsPerTable(100))
        .prove(MigrationFiles.read(directory), proof -> found.append(text(proof)));

    if (System.getProperty("cases.write") != null) {
      Files.writeString(expected, found);
    }
    assertThat(found).hasToString(Files.readString(expected));
  }

  private static String text(VersionProof proof) {
    StringBuilder text = new StringBuilder();
    text.append(proof.migration().version())
        .append(' ')
        .append(proof.migration().description())
        .append(proof.outcome() == Outcome.PROVEN ? "\n" : ": not proven\n");
    lines(proof).sorted().distinct().forEach(line -> text.append("  ").append(line).append('\n'));
    return text.toString();
  }

  private static Stream<String> lines(VersionProof proof) {
    return proof.findings().stream()
        .sorted(Comparator.comparing(Finding::rule))
        .map(
            finding ->
                "%s on %s%s"
                    .formatted(
                        finding.rule().id(),
                        finding.object(),
                        finding.allowedBecause() == null ? "" : " (allowed)"));
  }
}
