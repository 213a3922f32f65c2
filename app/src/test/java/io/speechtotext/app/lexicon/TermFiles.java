package io.speechtotext.app.lexicon;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files to be imported. */
final class TermFiles {

  private TermFiles() {}

  /** Of terms and replacements in turn. */
  static TermFile json(List<String> texts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      TermWriter file = TermFileFormat.JSON.writer(writer);
      for (int i = 0; i < texts.size(); i += 2) {
        file.row(texts.get(i), texts.get(i + 1));
      }
      file.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TermFile(new ByteArrayInputStream(bytes.toByteArray()), TermFileFormat.JSON);
  }

  static TermFile of(TermFileFormat format, String content) {
    return new TermFile(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), format);
  }
}
