package io.speechtotext.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordDiffTest {

  @Test
  void findsWhatWasReplacedWhatWentAndWhatCame() {
    assertThat(changes("a b c d e f", "a x c e f g"))
        .containsExactly(new Change(1, 2, 1, 2), new Change(3, 4, 3, 3), new Change(6, 6, 5, 6));
  }

  @Test
  void findsNothingInTextsOfTheSameWords() {
    assertThat(changes("a  b", "a b")).isEmpty();
  }

  @Test
  void findsAllWhereNothingIsTheSame() {
    assertThat(changes("a b", "c")).containsExactly(new Change(0, 2, 0, 1));
  }

  @Test
  void turnsOneTextIntoTheOtherByTheFewestWords() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      Words original = words(random);
      Words corrected = words(random);
      List<Change> changes = WordDiff.of(original, corrected).orElseThrow();
      assertThat(applied(original, corrected, changes))
          .isEqualTo(text(corrected, 0, corrected.size()));
      assertThat(changes.stream().mapToInt(WordDiffTest::size).sum())
          .isEqualTo(fewest(original, corrected));
    }
  }

  @Test
  void givesUpOnTextsThatAreTooDifferent() {
    String original = "a ".repeat(2000);
    assertThat(WordDiff.of(Words.of(original), Words.of("b ".repeat(2000)))).isEmpty();
    assertThat(WordDiff.of(Words.of(original), Words.of(original + "b"))).isPresent();
  }

  private static List<Change> changes(String original, String corrected) {
    return WordDiff.of(Words.of(original), Words.of(corrected)).orElseThrow();
  }

  private static Words words(Random random) {
    return Words.of(
        random
            .ints(random.nextInt(30), 'a', 'e')
            .mapToObj(Character::toString)
            .collect(Collectors.joining(" ")));
  }

  private static int size(Change change) {
    return change.to() - change.from() + change.correctedTo() - change.correctedFrom();
  }

  private static String text(Words words, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(words.word(i));
    }
    return text.toString();
  }

  private static String applied(Words original, Words corrected, List<Change> changes) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Change change : changes) {
      text.append(text(original, at, change.from()));
      text.append(text(corrected, change.correctedFrom(), change.correctedTo()));
      at = change.to();
    }
    return text.append(text(original, at, original.size())).toString();
  }

  // By the longest common subsequence: all that is not in it went or came.
  private static int fewest(Words one, Words other) {
    int[][] common = new int[one.size() + 1][other.size() + 1];
    for (int i = 1; i <= one.size(); i++) {
      for (int j = 1; j <= other.size(); j++) {
        common[i][j] =
            one.word(i - 1).equals(other.word(j - 1))
                ? common[i - 1][j - 1] + 1
                : Math.max(common[i - 1][j], common[i][j - 1]);
      }
    }
    return one.size() + other.size() - 2 * common[one.size()][other.size()];
  }
}
