package io.speechtotext.app.feedback;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The fewest parts that have to go and to come to turn one sequence into another, by Myers'
 * algorithm ("An O(ND) Difference Algorithm and Its Variations", 1986), which is quick where
 * sequences are alike.
 */
final class EditPath {

  // Parts that went and parts that came, together; to note the way there takes some megabytes.
  private static final int MAXIMUM_EDITS = 1000;

  private final int[] original;
  private final int[] corrected;

  // At index d: how much of the original is read at most after d edits, on each diagonal. These are
  // -d, -d + 2, ..., d; index i stands for 2 * i - d, by which the original is ahead.
  private final List<int[]> reaches = new ArrayList<>();

  private final BitSet gone = new BitSet();
  private final BitSet come = new BitSet();

  EditPath(int[] original, int[] corrected) {
    this.original = original;
    this.corrected = corrected;
  }

  /** Looks for it; false when it is too long. */
  boolean isFound() {
    reaches.add(new int[] {follow(0, 0)});
    while (!isAtEnd()) {
      if (reaches.size() > MAXIMUM_EDITS) {
        return false;
      }
      reaches.add(next(reaches.get(reaches.size() - 1)));
    }
    goBack();
    return true;
  }

  /** Which parts of the original are not in the corrected sequence. */
  BitSet gone() {
    return gone;
  }

  /** Which parts of the corrected sequence are not in the original. */
  BitSet come() {
    return come;
  }

  private int[] next(int[] reach) {
    int edits = reach.length;
    int[] next = new int[edits + 1];
    for (int i = 0; i <= edits; i++) {
      int read = comes(reach, i) ? reach[i] : reach[i - 1] + 1;
      next[i] = follow(read, 2 * i - edits);
    }
    return next;
  }

  // Of the two diagonals that lead to one, the part comes on the upper, and goes on the lower.
  private static boolean comes(int[] reach, int i) {
    return i == 0 || (i < reach.length && reach[i - 1] < reach[i]);
  }

  private int follow(int begin, int diagonal) {
    int read = begin;
    while (read < original.length
        && read - diagonal < corrected.length
        && original[read] == corrected[read - diagonal]) {
      read++;
    }
    return read;
  }

  private boolean isAtEnd() {
    int[] reach = reaches.get(reaches.size() - 1);
    int end = endIndex();
    return end >= 0 && end < reach.length && reach[end] >= original.length && isOnDiagonal();
  }

  private boolean isOnDiagonal() {
    return (original.length - corrected.length + reaches.size() - 1) % 2 == 0;
  }

  private int endIndex() {
    return Math.floorDiv(original.length - corrected.length + reaches.size() - 1, 2);
  }

  private void goBack() {
    int i = endIndex();
    for (int edits = reaches.size() - 1; edits > 0; edits--) {
      int[] reach = reaches.get(edits - 1);
      int diagonal = 2 * i - edits;
      if (comes(reach, i)) {
        come.set(reach[i] - (diagonal + 1));
      } else {
        i--;
        gone.set(reach[i]);
      }
    }
  }
}
