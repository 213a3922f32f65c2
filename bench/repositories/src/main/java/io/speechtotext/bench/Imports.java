package io.speechtotext.bench;

import io.speechtotext.app.SpeechToText;
import io.speechtotext.app.lexicon.LexiconId;
import io.speechtotext.app.lexicon.TermFile;
import io.speechtotext.app.lexicon.TermFileFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;

/** An import of 100,000 terms, against a bare COPY and the same upsert, each into a new lexicon. */
final class Imports {

  private static final int TERMS = 100_000;

  private final Setup setup;
  private final SpeechToText data;

  Imports(Setup setup, SpeechToText data) {
    this.setup = setup;
    this.data = data;
  }

  void run(int rounds) throws Exception {
    byte[] file = file();
    List<Double> mine = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = -1; round < rounds; round++) {
      String lexicon = "round-" + (round + 1);
      double ours = seconds(() -> imported(lexicon + "-ours", file));
      double bare = seconds(() -> copied(lexicon + "-bare", file));
      setup.execute("VACUUM ANALYZE lexicon_terms");
      if (round >= 0) {
        mine.add(ours);
        theirs.add(bare);
        ratios.add(ours / bare);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "| import of 100,000 terms | ours %.1f s | COPY and upsert %.1f s | %.2f times |%n",
        Median.of(mine),
        Median.of(theirs),
        Median.of(ratios));
  }

  private void imported(String lexicon, byte[] file) {
    TermFile content = new TermFile(new ByteArrayInputStream(file), TermFileFormat.CSV);
    data.lexicons().importTerms(LexiconId.of(lexicon), content, null);
  }

  private void copied(String lexicon, byte[] file) throws SQLException, IOException {
    try (Connection connection = setup.database().connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "CREATE TEMPORARY TABLE bare (term text, replacement text) ON COMMIT DROP");
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY bare FROM STDIN (FORMAT csv, HEADER)", new ByteArrayInputStream(file));
      statement.execute(
          """
          INSERT INTO lexicon_terms (lexicon_id, term, normalized_term, replacement, source)
          SELECT '%s', term, normalize_term(term), replacement, 'imported' FROM bare
          ON CONFLICT (lexicon_id, normalized_term) DO UPDATE
          SET term = excluded.term, replacement = excluded.replacement, is_active = true
          """
              .formatted(lexicon));
      connection.commit();
    }
  }

  private static byte[] file() {
    StringBuilder text = new StringBuilder("term,replacement\n");
    for (int i = 0; i < TERMS; i++) {
      text.append("spoken term number ").append(i).append(",written term ").append(i).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double seconds(Work work) throws Exception {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }
}
