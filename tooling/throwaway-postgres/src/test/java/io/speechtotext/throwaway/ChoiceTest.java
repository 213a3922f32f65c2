package io.speechtotext.throwaway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTest {

  @Test
  void isByPropertyElseByVariableElseAuto() {
    assertThat(choice("docker", "embedded")).isEqualTo(new Choice.Docker());
    assertThat(choice("", "embedded")).isEqualTo(new Choice.Embedded());
    assertThat(choice("", "")).isEqualTo(new Choice.Auto());
    assertThat(Choice.from(new Properties(), Map.of())).isEqualTo(new Choice.Auto());
  }

  @Test
  void countsBlankAsNotMadeAndMindsNoBlanksAround() {
    assertThat(choice("  ", " embedded\n")).isEqualTo(new Choice.Embedded());
    assertThat(choice(" auto ", "docker")).isEqualTo(new Choice.Auto());
  }

  @Test
  void takesAJdbcUrlAndKeepsItToItself() {
    String url = "jdbc:postgresql://host/db?user=me&password=secret";
    Choice choice = choice(url, "");
    assertThat(choice).isEqualTo(new Choice.Given(url));
    assertThat(choice.toString()).doesNotContain("secret");
  }

  @Test
  void refusesAnUnknownWordAndNamesItAndWhatIsKnown() {
    assertThatThrownBy(() -> choice("podman", ""))
        .isInstanceOf(ThrowawayPostgresException.class)
        .hasMessageContainingAll(
            "podman",
            "-Dthrowaway.postgres",
            "THROWAWAY_POSTGRES",
            "auto, docker, embedded or jdbc:postgresql://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://me:secret@host:5432/db",
        "jdbc:mysql://host/db?user=me&password=secret",
        "JDBC:POSTGRESQL://host/db?password=secret",
        "me/secret@host",
        "host=h password=secret"
      })
  void refusesAnythingElseWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> choice(text, ""))
        .isInstanceOf(ThrowawayPostgresException.class)
        .hasMessageContaining("does not start with jdbc:postgresql:")
        .hasMessageNotContaining("secret");
  }

  private static Choice choice(String property, String variable) {
    Properties properties = new Properties();
    properties.setProperty("throwaway.postgres", property);
    return Choice.from(properties, Map.of("THROWAWAY_POSTGRES", variable));
  }
}
