package io.speechtotext.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CorrectionAnalysisTest {

  @Test
  void accuracyIsTheShareOfTheLongerTextThatWasRight() {
    assertThat(CorrectionAnalysis.of("abcd", "abcx").accuracyScore()).isEqualTo(0.75);
    assertThat(CorrectionAnalysis.of("a", "abcd").accuracyScore()).isEqualTo(0.25);
    assertThat(CorrectionAnalysis.of("abcd", "wxyz").accuracyScore()).isEqualTo(0);
  }

  @Test
  void textsThatAreTooDifferentHaveNoValues() {
    CorrectionAnalysis analysis = CorrectionAnalysis.of("ab ".repeat(20_000), "yz ".repeat(20_000));
    assertThat(analysis).isEqualTo(new CorrectionAnalysis(null, null, null, null));
  }

  @Test
  void wordsThatCameStandWhereTheyCame() {
    assertThat(CorrectionAnalysis.of("say hello", "say a \"hello\"").diff())
        .isEqualTo(
            "{\"words\":[{\"at\":1,\"from\":\"\",\"to\":\"a \\\"\"},{\"at\":2,\"from\":\"\",\"to\":\"\\\"\"}]}");
  }
}
