package io.speechtotext.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({
    "helo, hello, 1",
    "kitten, sitting, 3",
    "same, same, 0",
    "'', abc, 3",
    "abc, '', 3",
    "ab, ba, 2",
    "aaa, aa, 1",
    "😀, 😁, 1"
  })
  void countsInsertionsDeletionsAndReplacements(String one, String other, int distance) {
    assertThat(EditDistance.of(one, other)).hasValue(distance);
    assertThat(EditDistance.of(other, one)).hasValue(distance);
  }

  @Test
  void isThatOfTheWholeTableWhateverTheTexts() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      String one = text(random, 1 + random.nextInt(200));
      String other = i % 2 == 0 ? text(random, 1 + random.nextInt(200)) : changed(random, one);
      assertThat(EditDistance.of(one, other))
          .as("%s and %s", one, other)
          .hasValue(byTheWholeTable(one, other));
    }
  }

  @Test
  void longTextsThatAreAlikeAreCounted() {
    String text = "word ".repeat(200_000);
    assertThat(EditDistance.of(text, "a" + text + "b")).hasValue(2);
  }

  @Test
  void longTextsThatDifferAllOverAreNotCounted() {
    Random random = new Random(7);
    assertThat(EditDistance.of(text(random, 30_000), text(random, 30_000))).isEmpty();
  }

  private static String text(Random random, int length) {
    return random
        .ints(length, 'a', 'e')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String changed(Random random, String text) {
    int at = random.nextInt(text.length());
    return text.substring(0, at) + "x" + text.substring(Math.min(text.length(), at + 2));
  }

  private static int byTheWholeTable(String one, String other) {
    int[][] table = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        table[i][j] = i == 0 || j == 0 ? i + j : cell(table, i, j, one, other);
      }
    }
    return table[one.length()][other.length()];
  }

  private static int cell(int[][] table, int i, int j, String one, String other) {
    int replaced = table[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
    return Math.min(replaced, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
  }
}
