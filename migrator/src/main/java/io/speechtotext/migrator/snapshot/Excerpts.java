package io.speechtotext.migrator.snapshot;

import org.jspecify.annotations.Nullable;

/**
 * What is shown of two texts that differ: each on one line, and of long ones the part that differs.
 *
 * @param expected null when there is none
 * @param found null when there is none
 */
record Excerpts(@Nullable String expected, @Nullable String found) {

  private static final int WHOLE = 160;
  private static final int AROUND = 40;

  static Excerpts of(Entry entry, @Nullable String expected, @Nullable String found) {
    String before = flat(entry, expected);
    String after = flat(entry, found);
    int same = before == null || after == null ? 0 : commonStart(before, after);
    return new Excerpts(shortened(before, same), shortened(after, same));
  }

  // A column is what most differences are about, and its text tells that it is one.
  private static @Nullable String flat(Entry entry, @Nullable String text) {
    if (text == null) {
      return null;
    }
    if (entry.isOf("column")) {
      return onOneLine(ColumnText.shortened(text));
    }
    return onOneLine(entry.kind() + " " + text);
  }

  private static String onOneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static int commonStart(String one, String other) {
    int end = Math.min(one.length(), other.length());
    int same = 0;
    while (same < end && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same;
  }

  private static @Nullable String shortened(@Nullable String text, int same) {
    if (text == null || text.length() <= WHOLE) {
      return text;
    }
    int begin = same <= WHOLE - AROUND ? 0 : same - AROUND;
    int end = Math.min(text.length(), begin + WHOLE);
    return (begin == 0 ? "" : "… ")
        + text.substring(begin, end)
        + (end == text.length() ? "" : " …");
  }
}
