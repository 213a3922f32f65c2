package io.speechtotext.app.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.failure.InvalidValueException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TermFileTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CSV  | `term,replacement\r\na,b\r\n`",
        "CSV  | `term,replacement\na,b`",
        "CSV  | `\uFEFFTerm , Replacement\n\na,b\n\n`",
        "CSV  | `id,replacement,term\n7,b,a`",
        "CSV  | `\"term\",\"replacement\"\n\"a\",\"b\"`",
        "JSON | `[{\"term\":\"a\",\"replacement\":\"b\"}]`",
        "JSON | `\uFEFF [{\"replacement\":\"b\",\"more\":{\"x\":[1]},\"term\":\"a\"}] `"
      })
  void aFileIsReadHoweverItIsLaidOut(TermFileFormat format, String content) {
    assertThat(rows(format, content)).containsExactly("1", "a", "b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CSV  | ``                                 | the file",
        "CSV  | `a,b\n`                            | the file",
        "CSV  | `term,term,replacement\n`          | the file",
        "CSV  | `term,replacement\na,b\nc\n`       | row 2 of the file",
        "CSV  | `term,replacement\na,b,c\n`        | row 1 of the file",
        "CSV  | `term,replacement\na,b\n\"c,d`     | row 2 of the file",
        "CSV  | `term,replacement\n\"a\"x,b\n`     | row 1 of the file",
        "JSON | ``                                 | the file",
        "JSON | `{}`                               | the file",
        "JSON | `[`                                | row 1 of the file",
        "JSON | `[1]`                              | row 1 of the file",
        "JSON | `[{\"term\":\"a\"}]`               | row 1 of the file",
        "JSON | `[{\"term\":\"a\",\"replacement\":null}]` | row 1 of the file",
        "JSON | `[{\"term\":\"a\",\"replacement\":1}]` | row 1 of the file",
        "JSON | `[{\"term\":\"a\",\"term\":\"a\",\"replacement\":\"b\"}]` | row 1 of the file",
        "JSON | `[{\"term\":\"a\",\"replacement\":\"b\"},{\"term\":` | row 2 of the file",
        "JSON | `[{\"term\":\"a\",\"replacement\":\"b\"}] x` | row 2 of the file"
      })
  void aMalformedFileIsRefusedNamingTheRow(TermFileFormat format, String content, String where) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> rows(format, content))
        .satisfies(e -> assertThat(e.field()).isEqualTo(where))
        .withNoCause();
  }

  @ParameterizedTest
  @EnumSource(TermFileFormat.class)
  void textThatIsNotUtf8IsRefused(TermFileFormat format) {
    byte[] latin1 = "[{\"term\":\"caf\u00e9\"}]".getBytes(StandardCharsets.ISO_8859_1);
    TermFile file = new TermFile(new ByteArrayInputStream(latin1), format);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> file.read((number, term, replacement) -> {}))
        .withMessageEndingWith("must be written in UTF-8");
  }

  @ParameterizedTest
  @EnumSource(TermFileFormat.class)
  void aFileThatCannotBeReadIsNotCalledMalformed(TermFileFormat format) {
    TermFile file = new TermFile(new Unreadable(), format);
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> file.read((number, term, replacement) -> {}))
        .withMessageContaining("pulled out");
  }

  @ParameterizedTest
  @EnumSource(TermFileFormat.class)
  void whatIsWrittenIsRead(TermFileFormat format) throws IOException {
    List<String> texts = List.of("1", "a \"b\", c", "line\r\nend", "2", "\u06a9\u062a", "\\N\t'");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      TermWriter file = format.writer(writer);
      file.row(texts.get(1), texts.get(2));
      file.row(texts.get(4), texts.get(5));
      file.finish();
    }
    assertThat(rows(format, bytes.toString(StandardCharsets.UTF_8))).isEqualTo(texts);
  }

  @ParameterizedTest
  @CsvSource({"CSV, 'term,replacement'", "JSON, []"})
  void aFileStaysOpenForWhoeverOpenedIt(TermFileFormat format, String content) {
    Closeable bytes = new Closeable(content);
    new TermFile(bytes, format).read((number, term, replacement) -> {});
    assertThat(bytes.closed).isFalse();
  }

  private static List<String> rows(TermFileFormat format, String content) {
    List<String> rows = new ArrayList<>();
    TermFiles.of(format, content)
        .read(
            (number, term, replacement) ->
                rows.addAll(List.of(Long.toString(number), term, replacement)));
    return rows;
  }

  private static final class Unreadable extends InputStream {

    @Override
    public int read() throws IOException {
      throw new IOException("the disk was pulled out");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return read();
    }
  }

  private static final class Closeable extends ByteArrayInputStream {

    private boolean closed;

    Closeable(String content) {
      super(content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
