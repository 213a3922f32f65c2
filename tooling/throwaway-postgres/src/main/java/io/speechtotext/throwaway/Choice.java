package io.speechtotext.throwaway;

import java.util.Map;
import java.util.Properties;

/**
 * Which rung of the ladder to stand on: {@code auto}, {@code docker}, {@code embedded} or a JDBC
 * URL.
 */
sealed interface Choice {

  /** Docker when it can be had, else embedded. */
  record Auto() implements Choice {}

  /** Docker, or fail. */
  record Docker() implements Choice {}

  /** Embedded, or fail. */
  record Embedded() implements Choice {}

  /**
   * A server that somebody else runs, or fail.
   *
   * @param jdbcUrl of a role that may create databases; may hold a password, so never printed
   */
  record Given(String jdbcUrl) implements Choice {

    @Override
    public String toString() {
      return "Given[…]";
    }
  }

  /** The system property that chooses. */
  String PROPERTY = "throwaway.postgres";

  /** The environment variable that chooses where the property is not set. */
  String VARIABLE = "THROWAWAY_POSTGRES";

  /** The choice made by property, else by variable, else {@code auto}; blank counts as not made. */
  static Choice from(Properties properties, Map<String, String> environment) {
    String property = properties.getProperty(PROPERTY, "");
    return parse(property.isBlank() ? environment.getOrDefault(VARIABLE, "") : property);
  }

  /**
   * Reads one of the four forms; blank means {@code auto}.
   *
   * @throws ThrowawayPostgresException when it is none of them
   */
  static Choice parse(String text) {
    String choice = text.strip();
    if (choice.startsWith("jdbc:postgresql:")) {
      return new Given(choice);
    }
    return switch (choice) {
      case "", "auto" -> new Auto();
      case "docker" -> new Docker();
      case "embedded" -> new Embedded();
      default -> throw unknown(choice);
    };
  }

  private static ThrowawayPostgresException unknown(String choice) {
    // What is more than a word may be a URL of some kind, and hold a password.
    String shown =
        choice.matches("\\w{1,20}")
            ? choice
            : "something that does not start with jdbc:postgresql:";
    return new ThrowawayPostgresException(
        "Unknown throwaway server: " + shown,
        "set -D%s (or %s) to auto, docker, embedded or jdbc:postgresql://host:port/database?user=…"
            .formatted(PROPERTY, VARIABLE));
  }
}
