package io.speechtotext.app.lexicon;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jooq.Cursor;
import org.jooq.Record2;
import org.jooq.ResultQuery;

/** Writes terms to a file as they come from the server. */
final class TermExport {

  private TermExport() {}

  static long write(
      ResultQuery<Record2<String, String>> terms, TermFileFormat format, OutputStream to) {
    // Not closed: that would close what the caller opened.
    Writer text = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    try (Cursor<Record2<String, String>> rows = terms.fetchLazy()) {
      TermWriter file = format.writer(text);
      long written = 0;
      for (Record2<String, String> row : rows) {
        file.row(row.value1(), row.value2());
        written++;
      }
      file.finish();
      text.flush();
      return written;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
