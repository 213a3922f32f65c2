package io.speechtotext.app.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.failure.InvalidValueException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreatedAtTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-01-01T00:00:00.123456Z", "2026-01-01T00:00:00Z", "-0044-03-15T12:00:00Z"})
  void comesBackFromItsTextToTheMicrosecond(String instant) {
    CreatedAt position = new CreatedAt(Instant.parse(instant), 42);
    assertThat(CreatedAt.parse(position.text())).isEqualTo(position);
  }

  @Test
  void needsNoEscapeInAUrl() {
    assertThat(new CreatedAt(Instant.EPOCH, 1).text()).matches("[A-Za-z0-9_.:-]+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "_",
        "1970-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z_",
        "yesterday_1",
        "1970-01-01T00:00:00Z_1_2"
      })
  void refusesWhatAClientMadeUp(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> CreatedAt.parse(text))
        .withMessageNotContaining("yesterday");
  }
}
