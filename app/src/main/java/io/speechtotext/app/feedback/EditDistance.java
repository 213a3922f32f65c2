package io.speechtotext.app.feedback;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Levenshtein's distance of two texts: the fewest insertions, deletions and replacements of a code
 * point that turn one into the other. What both begin and end with is left out, and the rest is
 * computed in a band around the diagonal, which is widened as long as the work stays within a
 * bound: texts of 10,000 code points may differ in some 500 of them, texts of 4,000 in all.
 */
final class EditDistance {

  // Tens of milliseconds: a caller waits for it.
  private static final long MAXIMUM_CELLS = 20_000_000;
  private static final int FIRST_LIMIT = 4;
  private static final int BEYOND_LIMIT = Integer.MAX_VALUE / 2;

  private final int[] shorter;
  private final int[] longer;

  private EditDistance(int[] shorter, int[] longer) {
    this.shorter = shorter;
    this.longer = longer;
  }

  /** The distance; empty when the texts are so long and so different that it takes too long. */
  static OptionalInt of(String one, String other) {
    CommonEnds ends = CommonEnds.of(one.codePoints().toArray(), other.codePoints().toArray());
    int[] first = ends.restOfFirst();
    int[] second = ends.restOfSecond();
    return first.length <= second.length
        ? new EditDistance(first, second).compute()
        : new EditDistance(second, first).compute();
  }

  private OptionalInt compute() {
    if (shorter.length == 0) {
      return OptionalInt.of(longer.length);
    }
    int limit = Math.max(FIRST_LIMIT, longer.length - shorter.length);
    while (cells(limit) <= MAXIMUM_CELLS) {
      OptionalInt distance = within(limit);
      if (distance.isPresent()) {
        return distance;
      }
      limit *= 2;
    }
    return OptionalInt.empty();
  }

  private long cells(long limit) {
    return longer.length * Math.min(2 * limit + 1, shorter.length);
  }

  // Two rows of the usual table; row[i] is the distance of what was read of the longer text so far
  // from the first i code points of the shorter one.
  private OptionalInt within(int limit) {
    int[] above = new int[shorter.length + 1];
    int[] row = new int[shorter.length + 1];
    Arrays.setAll(above, i -> i <= limit ? i : BEYOND_LIMIT);
    Arrays.fill(row, BEYOND_LIMIT);
    for (int read = 1; read <= longer.length; read++) {
      fill(row, above, read, limit);
      int[] former = above;
      above = row;
      row = former;
    }
    int distance = above[shorter.length];
    return distance <= limit ? OptionalInt.of(distance) : OptionalInt.empty();
  }

  private void fill(int[] row, int[] above, int read, int limit) {
    int begin = Math.max(1, read - limit);
    int end = (int) Math.min(shorter.length, (long) read + limit);
    row[begin - 1] = begin == 1 && read <= limit ? read : BEYOND_LIMIT;
    for (int i = begin; i <= end; i++) {
      row[i] =
          shorter[i - 1] == longer[read - 1]
              ? above[i - 1]
              : 1 + Math.min(above[i - 1], Math.min(above[i], row[i - 1]));
    }
  }
}
