package io.speechtotext.migrator.snapshot;

import java.util.ArrayList;
import java.util.List;

/** What changed between two texts, line by line, as reviewers are used to read it. */
public final class LineDiff {

  private static final int CONTEXT = 3;

  private final String[] before;
  private final String[] after;
  private final List<String> lines = new ArrayList<>();

  private LineDiff(String before, String after) {
    this.before = before.split("\n", -1);
    this.after = after.split("\n", -1);
  }

  /**
   * The lines that changed, with three around them that did not: {@code -} was, {@code +} is,
   * {@code @@} stands where lines are left out. Empty when nothing changed.
   */
  public static String between(String before, String after) {
    return before.equals(after) ? "" : new LineDiff(before, after).text();
  }

  private String text() {
    int[][] common = commonLines();
    int i = 0;
    int j = 0;
    while (i < before.length || j < after.length) {
      if (i < before.length && j < after.length && before[i].equals(after[j])) {
        lines.add(" " + before[i]);
        i++;
        j++;
      } else if (j == after.length || (i < before.length && common[i + 1][j] >= common[i][j + 1])) {
        lines.add("-" + before[i++]);
      } else {
        lines.add("+" + after[j++]);
      }
    }
    return withoutWhatIsFarFromChanges();
  }

  // The longest common subsequence, from each pair of places to the ends.
  private int[][] commonLines() {
    int[][] common = new int[before.length + 1][after.length + 1];
    for (int i = before.length - 1; i >= 0; i--) {
      for (int j = after.length - 1; j >= 0; j--) {
        common[i][j] =
            before[i].equals(after[j])
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private String withoutWhatIsFarFromChanges() {
    StringBuilder text = new StringBuilder();
    boolean leftOut = false;
    for (int i = 0; i < lines.size(); i++) {
      if (isNearChange(i)) {
        text.append(leftOut ? "@@\n" : "").append(lines.get(i)).append('\n');
        leftOut = false;
      } else {
        leftOut = true;
      }
    }
    return text.toString();
  }

  private boolean isNearChange(int index) {
    int end = Math.min(lines.size(), index + CONTEXT + 1);
    return lines.subList(Math.max(0, index - CONTEXT), end).stream()
        .anyMatch(line -> !line.startsWith(" "));
  }
}
