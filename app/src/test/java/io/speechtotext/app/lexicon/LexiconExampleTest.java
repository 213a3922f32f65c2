package io.speechtotext.app.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.speechtotext.app.Example;
import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

@FromTemplate(MigratedSchema.class)
class LexiconExampleTest {

  // example begins
  static String imported(LexiconRepository lexicons, String lexicon, InputStream csv) {
    ImportReport report =
        lexicons.importTerms(
            LexiconId.of(lexicon), new TermFile(csv, TermFileFormat.CSV), "admin@clinic");
    report.refused().forEach(row -> System.out.println(row.number() + " " + row.verdict()));
    return "%d new, %d refused of %d"
        .formatted(report.count(ImportVerdict.INSERTED), report.refusedCount(), report.rowCount());
  }

  /** In each worker, with one cache for the process. */
  static Map<String, String> replacements(LexiconCache cache, String lexicon) {
    return cache.get(LexiconId.of(lexicon)).replacements();
  }

  // example ends

  @Test
  void runsAsThePageSays(ThrowawayDatabase copy) {
    String csv = "term,replacement\nmri,MRI\nmri,mri\nct scan,CT scan\n";
    try (Database database = MigratedSchema.open(copy)) {
      LexiconRepository lexicons = new LexiconRepository(database);
      assertThat(imported(lexicons, "radiology", stream(csv))).isEqualTo("2 new, 1 refused of 3");
      assertThat(replacements(new LexiconCache(lexicons), "radiology"))
          .isEqualTo(Map.of("mri", "MRI", "ct scan", "CT scan"));
    }
  }

  @Test
  void isWhatThePageQuotes() throws IOException {
    Example.assertQuoted("docs/repositories/lexicon.md", LexiconExampleTest.class);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
