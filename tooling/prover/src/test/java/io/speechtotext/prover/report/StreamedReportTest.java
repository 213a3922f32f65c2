package io.speechtotext.prover.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.speechtotext.migrator.Script;
import io.speechtotext.prover.Outcome;
import io.speechtotext.prover.ProverSettings;
import io.speechtotext.prover.VersionProof;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.source.MigrationSet;
import io.speechtotext.prover.source.ProvableMigration;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamedReportTest {

  private static final Catalog NOTHING = new Catalog(List.of(), List.of(), List.of());
  private static final MigrationSet TWO_HUNDRED =
      new MigrationSet(
          "two hundred",
          IntStream.rangeClosed(1, 200).mapToObj(StreamedReportTest::migration).toList(),
          List.of());

  @Test
  void keepsNoVersionInMemory(@TempDir Path directory) throws IOException {
    List<WeakReference<VersionProof>> heard = new ArrayList<>();
    try (Report report = begin(directory)) {
      for (ProvableMigration migration : TWO_HUNDRED.migrations()) {
        VersionProof proof = proof(migration);
        report.proven(proof);
        heard.add(new WeakReference<>(proof));
      }
      System.gc();
      assertThat(heard.subList(0, 199)).allMatch(proof -> proof.refersTo(null));
      assertThat(Files.size(directory.resolve("migrations.json.part"))).isGreaterThan(200 * 10_000);
    }
    assertThat(JsonText.objects(new WrittenReport(directory).facts(), "versions")).hasSize(200);
  }

  @Test
  void tellsOfTheVersionsThatWereReachedWhenTheProverBreaksOff(@TempDir Path directory)
      throws IOException {
    try (Report report = begin(directory)) {
      report.proven(proof(TWO_HUNDRED.migrations().get(0)));
    }

    WrittenReport written = new WrittenReport(directory);
    assertThat(JsonText.objects(written.facts(), "versions")).hasSize(1);
    assertThat(written.facts()).extractingByKey("expected", LIST).hasSize(200);
  }

  @Test
  void leavesTheFormerReportInPlaceWhenAVersionCannotBeWritten(@TempDir Path directory)
      throws IOException {
    Files.writeString(directory.resolve("migrations.html"), "the former one");
    try (Report report = begin(directory)) {
      VersionProof broken = proof(migration(1), Duration.ofSeconds(Long.MAX_VALUE));
      assertThatThrownBy(() -> report.proven(broken)).isInstanceOf(ArithmeticException.class);
    }

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(directory.resolve("migrations.html"));
    }
    assertThat(directory.resolve("migrations.html")).hasContent("the former one");
  }

  @Test
  void leavesNoPartsWhereItCannotPutThemInTheirPlace(@TempDir Path directory) throws IOException {
    Path taken = directory.resolve("migrations.json");
    Files.createDirectories(taken.resolve("not empty"));
    Report report = begin(directory);

    assertThatThrownBy(report::close).isInstanceOf(IOException.class);

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(taken);
    }
  }

  private static Report begin(Path directory) throws IOException {
    return Report.begin(directory, TWO_HUNDRED, ProverSettings.defaults(), "no server");
  }

  private static ProvableMigration migration(int number) {
    String sql = "-- %d\n".formatted(number).repeat(2_000);
    Script script = new Script("V%d__number.sql".formatted(number), sql, null);
    return new ProvableMigration("V" + number, "number", script, null, null);
  }

  private static VersionProof proof(ProvableMigration migration) {
    return proof(migration, Duration.ZERO);
  }

  private static VersionProof proof(ProvableMigration migration, Duration timeAtMoreRows) {
    return new VersionProof(
        migration,
        Outcome.PROVEN,
        NOTHING,
        NOTHING,
        "",
        "",
        null,
        null,
        timeAtMoreRows,
        List.of(),
        List.of());
  }
}
