package io.speechtotext.app.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Terms to be imported.
 *
 * @param content in UTF-8, with or without a byte order mark; read to its end, and closed by
 *     whoever opened it
 * @param format how it is written
 */
public record TermFile(InputStream content, TermFileFormat format) {

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  void read(TermRowSink to) {
    // Not closed, see content.
    Reader reader =
        new BufferedReader(
            new InputStreamReader(
                content,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    try {
      skipByteOrderMark(reader);
      format.read(reader, to);
    } catch (IOException e) {
      throw MalformedFile.orUnreadable(1, e);
    }
  }

  private static void skipByteOrderMark(Reader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
  }
}
