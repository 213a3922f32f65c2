package io.speechtotext.app.lexicon;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Reads CSV by RFC 4180, strictly. Reads one file. */
final class CsvTermReader {

  static final String TERM = "term";
  static final String REPLACEMENT = "replacement";

  private final TermRowSink to;
  private long rowsRead;

  CsvTermReader(TermRowSink to) {
    this.to = to;
  }

  void read(Reader from) throws IOException {
    // Not closed: that would close what the caller opened.
    Iterator<CsvRecord> records =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.STRICT)
            .missingFieldStrategy(FieldMismatchStrategy.STRICT)
            .ofCsvRecord(from)
            .iterator();
    try {
      read(records);
    } catch (CsvParseException e) {
      throw MalformedFile.atRow(rowsRead + 1, "must be CSV as RFC 4180 describes it");
    } catch (UncheckedIOException e) {
      throw MalformedFile.orUnreadable(rowsRead + 1, Objects.requireNonNull(e.getCause()));
    }
  }

  private void read(Iterator<CsvRecord> records) {
    if (!records.hasNext()) {
      throw MalformedFile.asWhole(
          "must begin with a line that names the columns: term,replacement");
    }
    List<String> header =
        records.next().getFields().stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .toList();
    int term = column(header, TERM);
    int replacement = column(header, REPLACEMENT);
    while (records.hasNext()) {
      CsvRecord record = records.next();
      rowsRead++;
      to.row(rowsRead, record.getField(term), record.getField(replacement));
    }
  }

  private static int column(List<String> header, String name) {
    int index = header.indexOf(name);
    if (index < 0 || index != header.lastIndexOf(name)) {
      throw MalformedFile.asWhole(
          "must name the column %s in its first line, and once".formatted(name));
    }
    return index;
  }
}
