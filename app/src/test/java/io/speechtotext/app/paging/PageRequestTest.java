package io.speechtotext.app.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.speechtotext.app.failure.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 1001, Integer.MAX_VALUE})
  void refusesALimitOutOfRange(int limit) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> PageRequest.first(limit))
        .withMessageContaining("1 to 1000");
  }

  @Test
  void keepsItsLimitFromPageToPage() {
    assertThat(PageRequest.<String>first(7).after("x").limit()).isEqualTo(7);
  }
}
