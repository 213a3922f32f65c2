package io.speechtotext.app.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads variables that hold numbers, durations and switches. Immutable. */
public final class Variables {

  private final Environment environment;

  private Variables(Map<String, String> environment) {
    this.environment = new Environment(environment);
  }

  /** Of the process, or as given. */
  public static Variables of(Map<String, String> environment) {
    return new Variables(environment);
  }

  /**
   * A whole number.
   *
   * @return nothing when the variable is unset or empty
   * @throws ConfigurationException when it is no number, or below {@code least}
   */
  public Optional<Integer> number(String variable, int least) {
    return environment
        .get(variable)
        .map(text -> parse(new Setting(variable, "number", text, true), least));
  }

  /** A duration in whole seconds; otherwise as above. */
  public Optional<Duration> seconds(String variable, int least) {
    return number(variable, least).map(Duration::ofSeconds);
  }

  /**
   * A switch.
   *
   * @return nothing when the variable is unset or empty
   * @throws ConfigurationException when it is neither {@code true} nor {@code false}
   */
  public Optional<Boolean> flag(String variable) {
    return environment.get(variable).map(text -> flag(new Setting(variable, "value", text, true)));
  }

  private static boolean flag(Setting setting) {
    return switch (setting.text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw setting.refuse("must be true or false", "Write one of the two");
    };
  }

  private static int parse(Setting setting, int least) {
    try {
      int number = Integer.parseInt(setting.text());
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // It says no more than what follows.
    }
    throw setting.refuse(
        "must be a whole number of at least " + least, "Correct it, or remove the variable");
  }
}
