package io.speechtotext.migrator.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;
import org.flywaydb.core.internal.resource.StringResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChecksumTest {

  @ParameterizedTest
  @MethodSource
  void isTheOneThatFlywayComputes(String sql) {
    assertThat(Checksum.of(sql)).isEqualTo(ChecksumCalculator.calculate(new StringResource(sql)));
  }

  static Stream<String> isTheOneThatFlywayComputes() {
    return Stream.of(
        "",
        "\n",
        "\r\n\r\n",
        "\ufeff",
        "SELECT 1;",
        "SELECT 1;\n",
        "SELECT 1;\r\nSELECT 2;\r\n",
        "SELECT 1;\rSELECT 2;\r",
        "SELECT 1;\n\r\nSELECT 2;\r\r\n-- end",
        "\ufeffSELECT 1;\n",
        "\ufeff\ufeffSELECT 1;\n",
        "SELECT 1;\n\ufeffSELECT 2;",
        "\n\ufeffSELECT 2;",
        "-- \u0085 \u2028 \u2029 \f \u000b are no line ends\n",
        "SELECT 'žluťoučký kůň 😀 ï';\n",
        "x".repeat(10_000) + "\r\n" + "y".repeat(5_000));
  }

  @Test
  void tellsTextsApartAndNotLineEnds() {
    assertThat(Checksum.of("a\nb")).isEqualTo(Checksum.of("a\r\nb\r\n"));
    assertThat(Checksum.of("a\nb")).isNotEqualTo(Checksum.of("a\nc"));
  }
}
