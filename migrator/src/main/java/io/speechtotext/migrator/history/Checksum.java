package io.speechtotext.migrator.history;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The checksum by which the history knows a script again, the same that Flyway computes. */
public final class Checksum {

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private Checksum() {}

  /**
   * Sums up a script's lines. Line ends do not count, nor does a byte order mark before the first
   * line.
   */
  public static int of(String sql) {
    CRC32 sum = new CRC32();
    String text = sql.startsWith(BYTE_ORDER_MARK) ? sql.substring(1) : sql;
    text.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
    return (int) sum.getValue();
  }
}
