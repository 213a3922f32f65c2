package io.speechtotext.migrator.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * One thing in a catalog: an object, or an attribute of one.
 *
 * @param kind a word of lower-case letters and hyphens, such as {@code column}
 * @param name quoted as SQL would have it, on one line; empty when the kind says it all
 * @param text what there is to say of it, on any number of lines; empty when nothing is
 */
record Entry(String kind, String name, String text) {

  /** By kind, then name, each by its bytes: the same under every collation and locale. */
  static final Comparator<Entry> BY_BYTES =
      Comparator.<Entry, byte[]>comparing(
              entry -> entry.kind.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned)
          .thenComparing(
              entry -> entry.name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  boolean isOf(String wanted) {
    return kind.equals(wanted);
  }
}
