package io.speechtotext.app.feedback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What changed between two texts, word by word. */
final class WordDiff {

  private final CommonEnds ends;
  private final EditPath path;

  private WordDiff(CommonEnds ends) {
    this.ends = ends;
    this.path = new EditPath(ends.restOfFirst(), ends.restOfSecond());
  }

  /** The changes, in the order of the texts; empty when these are too different. */
  static Optional<List<Change>> of(Words original, Words corrected) {
    Map<String, Integer> numbers = new HashMap<>();
    CommonEnds ends = CommonEnds.of(numbered(original, numbers), numbered(corrected, numbers));
    WordDiff diff = new WordDiff(ends);
    return diff.path.isFound() ? Optional.of(diff.changes()) : Optional.empty();
  }

  private static int[] numbered(Words words, Map<String, Integer> numbers) {
    return IntStream.range(0, words.size())
        .map(i -> numbers.computeIfAbsent(words.word(i), word -> numbers.size()))
        .toArray();
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    int from = 0;
    int correctedFrom = 0;
    int length = ends.restOfFirst().length;
    int correctedLength = ends.restOfSecond().length;
    while (from < length || correctedFrom < correctedLength) {
      int to = path.gone().nextClearBit(from);
      int correctedTo = path.come().nextClearBit(correctedFrom);
      if (to > from || correctedTo > correctedFrom) {
        changes.add(change(from, to, correctedFrom, correctedTo));
      }
      // Behind a change, the next word is the same in both texts.
      from = to + 1;
      correctedFrom = correctedTo + 1;
    }
    return changes;
  }

  private Change change(int from, int to, int correctedFrom, int correctedTo) {
    int offset = ends.prefix();
    return new Change(from + offset, to + offset, correctedFrom + offset, correctedTo + offset);
  }
}
