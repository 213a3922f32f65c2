package io.speechtotext.app.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.MigratedSchema;
import io.speechtotext.app.database.Database;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.failure.UnavailableException.Reason;
import io.speechtotext.app.paging.PageRequest;
import io.speechtotext.throwaway.ThrowawayDatabase;
import io.speechtotext.throwaway.junit.FromTemplate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@FromTemplate(MigratedSchema.class)
class LexiconExportTest {

  private final Database database;
  private final LexiconRepository lexicons;

  LexiconExportTest(ThrowawayDatabase copy) {
    database = MigratedSchema.open(copy);
    lexicons = new LexiconRepository(database);
  }

  @AfterEach
  void closePool() {
    database.close();
  }

  @Test
  void activeTermsAreWrittenInTheOrderOfTheirList() {
    LexiconId lexicon = LexiconId.of("written");
    imported(lexicon, List.of("b", "2", "A \"x\"", "1, 1", "gone", "x", "c\u06a9", "3"));
    LexiconTermRepository terms = new LexiconTermRepository(database);
    terms
        .search(lexicon, "gone", PageRequest.first(1))
        .items()
        .forEach(gone -> terms.remove(lexicon, gone.id()));
    assertThat(exported(lexicon, TermFileFormat.CSV))
        .isEqualTo("term,replacement\r\n\"A \"\"x\"\"\",\"1, 1\"\r\nb,2\r\nc\u06a9,3\r\n");
    assertThat(exported(lexicon, TermFileFormat.JSON))
        .isEqualTo(
            """
            [
            {"term":"A \\"x\\"","replacement":"1, 1"},
            {"term":"b","replacement":"2"},
            {"term":"c\u06a9","replacement":"3"}
            ]
            """);
  }

  @Test
  void anUnknownLexiconMakesAFileWithoutRows() {
    LexiconId nowhere = LexiconId.of("nowhere");
    assertThat(exported(nowhere, TermFileFormat.CSV)).isEqualTo("term,replacement\r\n");
    assertThat(exported(nowhere, TermFileFormat.JSON)).isEqualTo("[]\n");
  }

  @ParameterizedTest
  @EnumSource(TermFileFormat.class)
  void whatIsExportedIsImportedWithoutAChange(TermFileFormat format) {
    LexiconId lexicon = LexiconId.of("round-" + format);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      texts.add("term " + i + " \\ \" , \u06a9");
      texts.add("line\n" + i);
    }
    imported(lexicon, texts);
    byte[] file = exported(lexicon, format).getBytes(StandardCharsets.UTF_8);
    ImportReport again =
        lexicons.importTerms(lexicon, new TermFile(new ByteArrayInputStream(file), format), null);
    assertThat(again.count(ImportVerdict.UNCHANGED)).isEqualTo(2_500);
    assertThat(again.rowCount()).isEqualTo(2_500);
  }

  @Test
  void whoDoesNotTakeTheFileIsToldSo() {
    LexiconId lexicon = LexiconId.of("refused");
    imported(lexicon, List.of("a", "x"));
    OutputStream closed = OutputStream.nullOutputStream();
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(
            () -> {
              closed.close();
              lexicons.exportTerms(lexicon, TermFileFormat.CSV, closed);
            });
  }

  @Test
  void onlyAFewExportsRunAtOnce() {
    LexiconId lexicon = LexiconId.of("busy");
    imported(lexicon, List.of("a", "x"));
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> exportedFromWithin(lexicon, LexiconRepository.MAXIMUM_EXPORTS))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.BUSY))
        .satisfies(e -> assertThat(e.safeToRepeat()).isTrue());
    exportedFromWithin(lexicon, LexiconRepository.MAXIMUM_EXPORTS - 1);
  }

  /** Exports, and as many again while the first is written, each within the one before. */
  private void exportedFromWithin(LexiconId lexicon, int more) {
    OutputStream writing =
        new OutputStream() {
          @Override
          public void write(int octet) {
            throw new UnsupportedOperationException("not by single octets");
          }

          @Override
          public void write(byte[] octets, int from, int length) {
            if (more > 0) {
              exportedFromWithin(lexicon, more - 1);
            }
          }
        };
    lexicons.exportTerms(lexicon, TermFileFormat.CSV, writing);
  }

  private void imported(LexiconId lexicon, List<String> texts) {
    assertThat(lexicons.importTerms(lexicon, TermFiles.json(texts), null).refused()).isEmpty();
  }

  private String exported(LexiconId lexicon, TermFileFormat format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    lexicons.exportTerms(lexicon, format, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
