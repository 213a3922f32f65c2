package io.speechtotext.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void areLettersAndDigitsAndWhatStandsBetweenTwoOfThem() {
    assertThat(words("The patient's X-ray, no. 3.5!"))
        .containsExactly("The", "patient's", "X-ray", ",", "no", ".", "3.5", "!");
  }

  @Test
  void holdTheJoinersOfPersianWriting() {
    assertThat(words("می\u200Cروم، خانه\u200Cها"))
        .containsExactly("می\u200Cروم", "،", "خانه\u200Cها");
  }

  @Test
  void holdTheirMarks() {
    assertThat(words("e\u0301te\u0301 2")).containsExactly("e\u0301te\u0301", "2");
  }

  @Test
  void areApartByWhiteSpaceOfEveryKind() {
    assertThat(words(" a\u00A0b\u2003c\n\td ")).containsExactly("a", "b", "c", "d");
  }

  @Test
  void areNoneInATextOfWhiteSpace() {
    assertThat(words(" \n")).isEmpty();
  }

  private static List<String> words(String text) {
    Words words = Words.of(text);
    return IntStream.range(0, words.size()).mapToObj(words::word).toList();
  }
}
