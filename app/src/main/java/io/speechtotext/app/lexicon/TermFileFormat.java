package io.speechtotext.app.lexicon;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;

/** How terms are written in a file. */
public enum TermFileFormat {
  /**
   * By RFC 4180: a header that names the columns {@code term} and {@code replacement}, in any order
   * and any case, among others or not; then a term a line.
   */
  CSV {
    @Override
    void read(Reader from, TermRowSink to) throws IOException {
      new CsvTermReader(to).read(from);
    }

    @Override
    TermWriter writer(Writer to) {
      return new CsvTermWriter(to);
    }
  },
  /**
   * An array of objects with the members {@code term} and {@code replacement}, among others or not.
   */
  JSON {
    @Override
    void read(Reader from, TermRowSink to) throws IOException {
      new JsonTermReader(to).read(from);
    }

    @Override
    TermWriter writer(Writer to) throws IOException {
      return new JsonTermWriter(to);
    }
  };

  abstract void read(Reader from, TermRowSink to) throws IOException;

  abstract TermWriter writer(Writer to) throws IOException;
}
