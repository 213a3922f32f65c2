package io.speechtotext.app.lexicon;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What became of the rows of a file, kept in a temporary file until the import is committed: it may
 * have any number of rows, and whoever is told of them may take his time. Not thread-safe.
 */
final class ReportSpool implements AutoCloseable {

  private final Path file;
  private final DataOutputStream out;
  private long rows;

  /**
   * An empty one.
   *
   * @throws UncheckedIOException when there is no place for it, as all its methods do
   */
  ReportSpool() {
    try {
      file = Files.createTempFile("import-report-", ".rows");
      out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void add(ImportedRow row) {
    try {
      out.writeLong(row.number());
      out.writeUTF(row.term());
      out.writeUTF(row.verdict().name());
      rows++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells of all rows, in the order in which they were added; none is added any more. */
  void tell(Consumer<ImportedRow> told) {
    try {
      out.close();
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
        for (long i = 0; i < rows; i++) {
          told.accept(row(in));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImportedRow row(DataInputStream in) throws IOException {
    return new ImportedRow(in.readLong(), in.readUTF(), ImportVerdict.valueOf(in.readUTF()));
  }

  @Override
  public void close() {
    try {
      try {
        out.close();
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
