package io.speechtotext.app.lexicon;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jooq.Record2;

/** Writes terms to a file as they come from the server. For one export. */
final class TermExport {

  private final Writer text;
  private final TermWriter file;
  private long written;

  // Nothing here is closed: that would close what the caller opened.
  TermExport(TermFileFormat format, OutputStream to) {
    text = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    try {
      file = format.writer(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void row(Record2<String, String> term) {
    try {
      file.row(term.value1(), term.value2());
      written++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Completes the file and says how many terms it holds. */
  long finish() {
    try {
      file.finish();
      text.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written;
  }
}
