package io.speechtotext.app.config;

import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** What the JDBC driver on the class path lets one set, asked of the driver itself. */
final class DriverProperties {
  private static final String ANY_URL = "jdbc:postgresql:";

  private final Map<String, List<String>> choicesByName = new HashMap<>();

  private DriverProperties(DriverPropertyInfo[] infos) {
    for (DriverPropertyInfo info : infos) {
      String[] choices = Objects.requireNonNullElse(info.choices, new String[0]);
      choicesByName.put(info.name, List.of(choices));
    }
  }

  /**
   * Contacts no server.
   *
   * @throws IllegalStateException when there is no PostgreSQL driver: a fault of packaging
   */
  static DriverProperties load() {
    try {
      return new DriverProperties(
          DriverManager.getDriver(ANY_URL).getPropertyInfo(ANY_URL, new Properties()));
    } catch (SQLException e) {
      throw new IllegalStateException("org.postgresql:postgresql is not on the class path", e);
    }
  }

  /**
   * Refuses a {@code name} that the driver would ignore, and {@code service}, by which it would
   * take the server from a file that nothing here knows of.
   */
  void requireKnown(Setting name) {
    if (!choicesByName.containsKey(name.text()) || name.text().equals("service")) {
      throw name.refuse(
          "must be a property of the JDBC driver, other than service",
          "Remove it, or correct it: names are case-sensitive, as in sslmode or ApplicationName");
    }
  }

  /** Refuses a {@code value}, or an element of its list, that the driver has no meaning for. */
  void requireChoice(String name, Setting value) {
    List<String> choices = choicesByName.getOrDefault(name, List.of());
    boolean valid = Arrays.stream(value.text().split(",", -1)).allMatch(v -> isOneOf(choices, v));
    if (!choices.isEmpty() && !valid) {
      throw value.refuse("must be one of " + choices, "Write one of these, or remove it");
    }
  }

  private static boolean isOneOf(List<String> choices, String value) {
    return choices.stream().anyMatch(value.strip()::equalsIgnoreCase);
  }
}
