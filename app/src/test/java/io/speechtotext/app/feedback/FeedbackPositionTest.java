package io.speechtotext.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.failure.InvalidValueException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackPositionTest {

  private static final Instant NOON = Instant.parse("2026-03-21T12:00:00.000001Z");

  @Test
  void isReadAsItWasWritten() {
    FeedbackPosition full = new FeedbackPosition(NOON, 0.1 + 0.2, 7, 42);
    FeedbackPosition bare = new FeedbackPosition(NOON, null, null, -1);
    assertThat(FeedbackPosition.parse(full.text())).isEqualTo(full);
    assertThat(FeedbackPosition.parse(bare.text())).isEqualTo(bare);
    assertThat(bare.text()).isEqualTo("2026-03-21T12:00:00.000001Z___-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "___", "x___1", "2026-03-21T12:00:00Z_a__1", "2026-03-21T12:00:00Z_1"})
  void whatNoPageGaveIsRefused(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> FeedbackPosition.parse(text))
        .withMessage("position is none that a page of this list gave");
  }
}
