package io.speechtotext.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CorrectedTermsTest {

  @Test
  void areTheWordsThatStandForOthers() {
    assertThat(CorrectedTerms.of("take as prin twice a day", "take aspirin twice a day"))
        .containsExactly(new CorrectedTerm("as prin", "aspirin"));
  }

  @Test
  void haveNoSignsAroundThem() {
    assertThat(CorrectedTerms.of("Dear (Smyth),", "Dear \"Smith\"."))
        .containsExactly(new CorrectedTerm("Smyth", "Smith"));
  }

  @Test
  void keepTheSignsWithin() {
    assertThat(CorrectedTerms.of("the p,h value", "the pH value"))
        .containsExactly(new CorrectedTerm("p,h", "pH"));
  }

  @Test
  void areNoneWhereWordsOnlyWentOrCame() {
    assertThat(CorrectedTerms.of("well say hello", "say hello there")).isEmpty();
  }

  @Test
  void areNoneWhereOnlySignsChanged() {
    assertThat(CorrectedTerms.of("say hello.", "say hello!")).isEmpty();
  }

  @Test
  void areNoneInAPassageThatWasWrittenAnew() {
    assertThat(CorrectedTerms.of("a b c d e f", "u v w x y z")).isEmpty();
    assertThat(CorrectedTerms.of("a b c d e", "u v w x y")).hasSize(1);
  }

  @Test
  void areNamedOnceHoweverOftenTheyOccur() {
    assertThat(CorrectedTerms.of("helo you, helo me", "hello you, hello me"))
        .containsExactly(new CorrectedTerm("helo", "hello"));
  }

  @Test
  void areReadAsTheyWereWritten() {
    CorrectionAnalysis analysis =
        CorrectionAnalysis.of("say \u0627\u200C\u0628 now", "say \u0628\\\u0001\"x now");
    assertThat(analysis.terms()).isNotNull();
    assertThat(CorrectedTerms.read(String.valueOf(analysis.terms())))
        .isEqualTo(CorrectedTerms.of("say \u0627\u200C\u0628 now", "say \u0628\\\u0001\"x now"))
        .hasSize(1);
  }
}
