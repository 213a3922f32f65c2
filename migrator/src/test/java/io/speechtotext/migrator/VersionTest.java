package io.speechtotext.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

  @Test
  void isComparedNumberByNumber() {
    assertThat(Version.of("9")).isLessThan(Version.of("10"));
    assertThat(Version.of("1.2")).isGreaterThan(Version.of("1")).isLessThan(Version.of("1.10"));
    assertThat(Version.of("20240101120000")).isGreaterThan(Version.of("7"));
  }

  @Test
  void saysNothingByLeadingAndTrailingZerosOrTheSeparator() {
    assertThat(Version.of("01_2.0")).isEqualTo(Version.of("1.2")).hasToString("1.2");
    assertThat(Version.of("01.2").hashCode()).isEqualTo(Version.of("1_2").hashCode());
    assertThat(Version.of("0")).hasToString("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1.", ".1", "1..2", "-1", "1 "})
  void refusesWhatIsNoVersion(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Version.of(text));
  }
}
