package io.speechtotext.prover.report;

import io.speechtotext.prover.CaseFile;
import io.speechtotext.prover.Prover;
import io.speechtotext.prover.ProverSettings;
import io.speechtotext.prover.VersionProof;
import io.speechtotext.prover.source.MigrationSet;
import io.speechtotext.throwaway.ThrowawayPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A report of what the prover saw, and what reviewers would be told of it besides. */
record WrittenReport(Path directory) {

  private static final Path CASES =
      Path.of("src", "test", "resources", "io", "speechtotext", "prover", "report");

  private static final ProverSettings SETTINGS =
      ProverSettings.defaults().withLockTimeout(Duration.ofSeconds(5));

  // The migrations bring rows of their own; more would only take time.
  private static final int GENERATED_ROWS = 5;

  /** Of migrations with something of everything that a report can tell. */
  static WrittenReport ofTranscripts(ThrowawayPostgres postgres, Path directory)
      throws IOException, SQLException {
    return of("transcripts.case", postgres, directory, Transcripts::judged);
  }

  /** Of migrations whose names and texts would break out of a careless page. */
  static WrittenReport ofHostileNames(ThrowawayPostgres postgres, Path directory)
      throws IOException, SQLException {
    return of("hostile.case", postgres, directory, UnaryOperator.identity());
  }

  private static WrittenReport of(
      String name, ThrowawayPostgres postgres, Path directory, UnaryOperator<VersionProof> judge)
      throws IOException, SQLException {
    MigrationSet set = CaseFile.read(CASES.resolve(name)).migrations();
    try (Report report =
        Report.begin(directory, set, SETTINGS.withMoreRows(100_000), "PostgreSQL, for this test")) {
      new Prover(postgres, SETTINGS.withRowsPerTable(GENERATED_ROWS))
          .prove(set, proof -> report.proven(judge.apply(proof)));
    }
    return new WrittenReport(directory);
  }

  Path page() {
    return directory.resolve("migrations.html");
  }

  String html() throws IOException {
    return Files.readString(page());
  }

  String json() throws IOException {
    return Files.readString(directory.resolve("migrations.json"));
  }

  Map<String, Object> facts() throws IOException {
    return JsonText.parse(json());
  }
}
