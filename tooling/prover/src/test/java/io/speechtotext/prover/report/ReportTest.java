package io.speechtotext.prover.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ThrowawayPostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTest {

  private final WrittenReport report;
  private final List<Map<String, Object>> versions;

  ReportTest(ThrowawayPostgres postgres, @TempDir Path directory) throws Exception {
    this.report = WrittenReport.ofTranscripts(postgres, directory.resolve("made").resolve("here"));
    this.versions = JsonText.objects(report.facts(), "versions");
  }

  @Test
  void leavesTwoFilesAndNothingElse() throws IOException {
    try (Stream<Path> files = Files.list(report.directory())) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("migrations.html", "migrations.json");
    }
  }

  @Test
  void tellsOfEachVersionWhetherToWorry() {
    assertThat(versions.stream().map(each -> each.get("version") + " " + each.get("verdict")))
        .containsExactly(
            "V1 ok",
            "V2 warnings",
            "V3 fails",
            "V4 allowed",
            "V5 fails",
            "V6 fails",
            "V7 ok",
            "V8 ok",
            "V9 fails",
            "V10 fails",
            "V11 not-proven");
  }

  @Test
  void tellsWhatEachVersionBlocksAtWorst() {
    assertThat(versions.stream().map(each -> JsonText.in(each, "blocks")))
        .extracting(each -> each.get("what") + " " + each.get("table"))
        .containsExactly(
            "nothing ",
            "reads-and-writes jobs",
            "writes jobs",
            "reads-and-writes jobs",
            "reads-and-writes jobs",
            "reads-and-writes jobs",
            "nothing ",
            "writes jobs",
            "reads-and-writes jobs",
            "reads-and-writes jobs",
            "nothing ");
  }

  @Test
  void tellsWhichTablesAreReadAndRewrittenUnderLock() {
    assertThat(version("V6").get("rewritten")).isEqualTo(List.of("jobs"));
    assertThat(JsonText.objects(version("V6"), "locks"))
        .filteredOn(lock -> "AccessExclusiveLock".equals(lock.get("mode")))
        .filteredOn(lock -> lock.get("index") == null)
        .singleElement()
        .satisfies(lock -> assertThat(lock.get("rewritten")).isEqualTo(true))
        .satisfies(lock -> assertThat(lock.get("readInFull")).isEqualTo(true))
        .satisfies(lock -> assertThat(lock.get("statement")).isEqualTo(1L));
  }

  @Test
  void tellsWhatOfTheSchemaChanged() {
    Map<String, Object> schema = JsonText.in(version("V6"), "schema");

    assertThat((String) schema.get("difference"))
        .contains("-  column state: character varying(20) not null")
        .contains("+  column status: character varying(20) not null");
    assertThat(JsonText.objects(schema, "tables")).hasSize(1);
    assertThat(JsonText.objects(JsonText.objects(schema, "tables").get(0), "columns"))
        .extracting(each -> each.get("name") + ": " + each.get("was"))
        .containsExactly("status: named state", "audio_seconds: integer");
  }

  @Test
  void tellsOfFindingsWhyTheyHurt() throws IOException {
    Map<String, Object> finding = JsonText.objects(version("V4"), "findings").get(0);
    Map<String, Object> rule =
        JsonText.in(JsonText.in(report.facts(), "rules"), String.valueOf(finding.get("rule")));

    assertThat(finding)
        .containsEntry("object", "jobs.audio_seconds")
        .containsEntry("line", 5L)
        .containsEntry("fails", false);
    assertThat((String) finding.get("allowedBecause")).startsWith("the table holds 2,000 rows");
    assertThat((String) rule.get("harm")).contains("while nobody can read or write");
  }

  @Test
  void tellsOfFilesThatBelongToNoVersion() throws IOException {
    assertThat(JsonText.objects(report.facts(), "findings"))
        .extracting(each -> each.get("title"))
        .containsExactly("U12: undo-missing on U12__nothing_of_the_kind.sql");
  }

  @Test
  void tellsWhatBecameOfUndos() {
    assertThat(versions.stream().map(each -> JsonText.in(each, "undo").get("status")))
        .containsExactly(
            "proven",
            "proven",
            "proven",
            "proven",
            "missing",
            "incomplete",
            "changes-rows",
            "proven",
            "not-tried",
            "not-tried",
            "not-tried");
  }

  @Test
  void tellsWhereAMigrationStopped() {
    Map<String, Object> failure = JsonText.in(version("V10"), "failure");

    assertThat(failure).containsEntry("line", 2L).containsEntry("sqlState", "42703");
    assertThat(version("V10")).containsEntry("outcome", "not-proven");
  }

  @Test
  void hasTheFactsInThePage() throws IOException {
    // Not with their own assertion: a failure would print megabytes.
    assertThat(report.html().contains(report.json())).isTrue();
    assertThat(report.html().contains("{{facts")).isFalse();
  }

  private Map<String, Object> version(String name) {
    return versions.stream().filter(each -> name.equals(each.get("version"))).findFirst().get();
  }
}
