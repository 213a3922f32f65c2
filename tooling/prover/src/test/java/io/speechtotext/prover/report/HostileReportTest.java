package io.speechtotext.prover.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Names, comments and SQL that would break out of a careless page. */
@ExtendWith(ThrowawayPostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileReportTest {

  private static final String TABLE =
      "a</script><img src=x onerror=\"document.title=1\">%%{init: {}}%%";

  private static final String MERMAID_LINE =
      "  t\\d+\\[\"[^\"<>%{}`#;]+\"] \\{"
          + "|    [^ \"<>%{}`#;]+ [^ \"<>%{}`#;]+( (PK|FK|UK)(, (FK|UK))*)?( \"[^\"<>%{}`#;]+\")?"
          + "|  class t\\d+ added"
          + "|  t\\d+ (\\|\\||\\|o)(--|\\.\\.)(o\\{|o\\|) t\\d+ : \"[^\"<>%{}`#;]+\"";

  private final ThrowawayPostgres postgres;
  private final Path directory;
  private final WrittenReport report;

  HostileReportTest(ThrowawayPostgres postgres, @TempDir Path directory) throws Exception {
    this.postgres = postgres;
    this.directory = directory;
    this.report = WrittenReport.ofHostileNames(postgres, directory.resolve("once"));
  }

  @Test
  void keepsNamesAsTheyAre() throws IOException {
    Map<String, Object> version = JsonText.objects(report.facts(), "versions").get(0);
    Map<String, Object> schema = JsonText.in(version, "schema");

    assertThat(version).containsEntry("description", "<img src=x onerror=document.title=1>");
    assertThat(JsonText.objects(schema, "tables"))
        .extracting(each -> each.get("name"))
        .contains(TABLE);
    assertThat(JsonText.objects(JsonText.objects(schema, "tables").get(0), "columns"))
        .extracting(each -> String.valueOf(each.get("comment")))
        .contains("<img src=x onerror=\"document.title=1\"> \u2028 ");
  }

  @Test
  void hasNoMarkupButItsOwn() throws IOException {
    String html = report.html();

    assertThat(report.json()).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    // The facts, three libraries, and the page's own; as many are closed as are opened.
    assertThat(count("<script", html)).isEqualTo(5);
    assertThat(count("</script", html)).isEqualTo(5);
    assertThat(count("<!--", html)).isEqualTo(1);
    assertThat(count("<img", html)).isZero();
  }

  @Test
  void drawsNamesWithSignsThatMeanNothingToMermaid() throws IOException {
    Map<String, Object> version = JsonText.objects(report.facts(), "versions").get(0);

    assertThat(String.valueOf(JsonText.in(version, "schema").get("diagramOfChanges")).lines())
        .allMatch(line -> List.of("erDiagram", "  }").contains(line) || line.matches(MERMAID_LINE));
  }

  @Test
  void isTheSameButForTimesWhenMadeAgain() throws IOException, SQLException {
    WrittenReport again = WrittenReport.ofHostileNames(postgres, directory.resolve("again"));

    assertThat(withoutTimes(again.json())).isEqualTo(withoutTimes(report.json()));
  }

  private static long count(String text, String html) {
    return Pattern.compile(Pattern.quote(text)).matcher(html).results().count();
  }

  private static String withoutTimes(String json) {
    return json.replaceAll("Micros\" : \\d+", "Micros\" : 0");
  }
}
