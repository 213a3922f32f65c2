package io.speechtotext.app.lexicon;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;

/** Writes CSV by RFC 4180, lines ending in CR LF as it says. */
final class CsvTermWriter implements TermWriter {

  private final CsvWriter csv;

  CsvTermWriter(Writer to) {
    csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(to);
    csv.writeRecord(CsvTermReader.TERM, CsvTermReader.REPLACEMENT);
  }

  @Override
  public void row(String term, String replacement) {
    csv.writeRecord(term, replacement);
  }

  @Override
  public void finish() throws IOException {
    csv.flush();
  }
}
