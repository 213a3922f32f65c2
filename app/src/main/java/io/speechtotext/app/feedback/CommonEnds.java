package io.speechtotext.app.feedback;

import java.util.Arrays;

/**
 * What two sequences begin and end with alike.
 *
 * @param first one sequence, as numbers that are equal where its parts are
 * @param second the other
 * @param prefix how many parts both begin with
 * @param suffix how many parts behind those both end with
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and it does not leave the package
record CommonEnds(int[] first, int[] second, int prefix, int suffix) {

  static CommonEnds of(int[] first, int[] second) {
    int mismatch = Arrays.mismatch(first, second);
    int prefix = mismatch < 0 ? first.length : mismatch;
    int longest = Math.min(first.length, second.length) - prefix;
    int suffix = 0;
    while (suffix < longest
        && first[first.length - 1 - suffix] == second[second.length - 1 - suffix]) {
      suffix++;
    }
    return new CommonEnds(first, second, prefix, suffix);
  }

  int[] restOfFirst() {
    return Arrays.copyOfRange(first, prefix, first.length - suffix);
  }

  int[] restOfSecond() {
    return Arrays.copyOfRange(second, prefix, second.length - suffix);
  }
}
