package io.speechtotext.prover.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads bytes as UTF-8, and guesses what they are when they are not. */
final class Utf8 {

  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] LITTLE_ENDIAN_MARK = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] BIG_ENDIAN_MARK = {(byte) 0xFE, (byte) 0xFF};

  private final String name;
  private final byte[] bytes;

  private Utf8(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** The text, without a byte order mark. */
  static SourceFile read(String name, byte[] bytes) {
    return new Utf8(name, bytes).read();
  }

  private SourceFile read() {
    if (startsWith(LITTLE_ENDIAN_MARK)) {
      return other("UTF-16LE", "It begins with the byte order mark of UTF-16", 1);
    }
    if (startsWith(BIG_ENDIAN_MARK)) {
      return other("UTF-16BE", "It begins with the byte order mark of UTF-16", 1);
    }
    int zero = firstZero();
    if (zero >= 0) {
      return other(
          zero % 2 == 0 ? "UTF-16BE" : "UTF-16LE",
          "It holds zero bytes, as UTF-16 does",
          lineAt(zero));
    }
    return decoded();
  }

  private SourceFile decoded() {
    int mark = startsWith(UTF_8_MARK) ? UTF_8_MARK.length : 0;
    ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
    CharBuffer out = CharBuffer.allocate(in.remaining());
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = decoder.decode(in, out, true);
    return result.isError() ? notUtf8(in.position()) : SourceFile.readable(out.flip().toString());
  }

  private SourceFile notUtf8(int position) {
    int value = bytes[position] & 0xFF;
    // Latin-1 has no letters there; what Windows puts there are quotes and dashes.
    boolean windows = value < 0xA0;
    return other(
        windows ? "WINDOWS-1252" : "ISO-8859-1",
        "Byte 0x%02X is no UTF-8; the file is probably %s"
            .formatted(value, windows ? "Windows-1252" : "Latin-1 (ISO-8859-1)"),
        lineAt(position));
  }

  private SourceFile other(String charset, String sign, int line) {
    String trouble =
        "%s. Scripts are read as UTF-8. Next: iconv -f %s -t UTF-8 '%s' > converted.sql, look at the result, and put it in its place."
            .formatted(sign, charset, name);
    return new SourceFile("", trouble, line);
  }

  private boolean startsWith(byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }

  private int firstZero() {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  private int lineAt(int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
