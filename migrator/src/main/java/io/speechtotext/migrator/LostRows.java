package io.speechtotext.migrator;

import org.jspecify.annotations.Nullable;

/**
 * Rows with values that an undo would drop.
 *
 * @param version the version whose undo it is
 * @param table as SQL writes it, with its schema where the search path does not lead there
 * @param column null when the whole table is dropped
 * @param rows how many have something to lose, at least 1
 */
public record LostRows(Version version, String table, @Nullable String column, long rows) {

  /** For people. */
  @Override
  public String toString() {
    String place = column == null ? "table " + table : "column " + table + "." + column;
    return "version %s: %s: %d row(s)".formatted(version, place, rows);
  }
}
