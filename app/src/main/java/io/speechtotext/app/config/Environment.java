package io.speechtotext.app.config;

import java.util.Map;
import java.util.Optional;

/** The variables that the process was started with. */
final class Environment {
  private final Map<String, String> variables;

  Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** Returns the variable's value, or nothing when it is unset or empty. */
  Optional<String> get(String variable) {
    String value = variables.getOrDefault(variable, "");
    // What Java puts for bytes outside the locale's charset, all of them beyond ASCII under
    // LC_ALL=C.
    if (value.indexOf('\ufffd') >= 0) {
      throw new Setting(variable, "value", value, false)
          .refuse(
              "must be readable in the locale of this process",
              "Set LC_ALL=C.UTF-8, or percent-encode the value in DATABASE_URL");
    }
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
