package io.speechtotext.app.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.failure.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermValuesTest {

  private static final LexiconId GENERAL = LexiconId.of("general");

  @ParameterizedTest
  @ValueSource(strings = {"general", "a", "Radiology_2-fa"})
  void aLexiconHasAPlainName(String name) {
    assertThat(LexiconId.of(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "general\n", "\u0639\u0644\u06cc", "a'; --"})
  void aLexiconHasNoOtherName(String name) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> LexiconId.of(name))
        .satisfies(e -> assertThat(e.field()).isEqualTo("term.lexiconId"));
  }

  @Test
  void aLexiconsNameHasAtMostAHundredCharacters() {
    assertThat(LexiconId.of("x".repeat(100)).value()).hasSize(100);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> LexiconId.of("x".repeat(101)));
  }

  @Test
  void aTextIsComposedAndTrimmed() {
    assertThat(TermText.of("term", " cafe\u0301\u2003").value()).isEqualTo("caf\u00e9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \t\n", "a\u0000b", "a\ud800b"})
  void whatPostgresqlCannotKeepIsNoText(String typed) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> TermText.of("term.replacement", typed))
        .satisfies(e -> assertThat(e.field()).isEqualTo("term.replacement"));
  }

  /** The old service promised 500 characters, for a column of 255. */
  @Test
  void aReplacementHasAtMostWhatItsColumnHolds() {
    String music = "\ud834\udd1e";
    assertThat(TermText.of("term.replacement", music.repeat(255)).value()).hasSize(2 * 255);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> NewLexiconTerm.of(GENERAL, "x", "y".repeat(256)))
        .withMessage("term.replacement must have at most 255 characters");
  }

  @Test
  void aTermsOtherFactsFitTheirColumns() {
    TermText text = TermText.of("term", "x");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new NewLexiconTerm(GENERAL, text, text, null, "x".repeat(11), null, null))
        .satisfies(e -> assertThat(e.field()).isEqualTo("term.language"));
  }
}
