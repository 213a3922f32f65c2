package io.speechtotext.app.config;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What one URL, or the {@code DB_*} variables, say about the connection. */
final class ConnectionParts {
  private final Map<Part, Setting> given;
  private final Map<String, String> properties;

  private ConnectionParts(Builder builder) {
    given = new EnumMap<>(builder.given);
    properties = Collections.unmodifiableMap(new TreeMap<>(builder.properties));
  }

  /** The {@code DB_*} variables; one that is unset or empty has its production default. */
  static ConnectionParts ofVariables(Environment environment) {
    Builder parts = new Builder();
    for (Part part : Part.values()) {
      String text = environment.get(part.variable()).orElse(part.fallback());
      parts.put(part, new Setting(part.variable(), part.keyword(), text, part != Part.PASSWORD));
    }
    return parts.build();
  }

  /** The hosts and their ports, as {@link HostList} writes them. */
  String hosts() {
    return HostList.of(givenOrEmpty(Part.HOST), givenOrEmpty(Part.PORT)).toString();
  }

  String database() {
    return givenOr(Part.DATABASE, Part.DATABASE.fallback());
  }

  String user() {
    return givenOr(Part.USER, Part.USER.fallback());
  }

  /** The default password belongs to the default user: nobody else's password is guessed. */
  String password() {
    boolean defaultUser = givenOrEmpty(Part.USER).isEmpty();
    return givenOr(Part.PASSWORD, defaultUser ? Part.PASSWORD.fallback() : "");
  }

  /** Sorted, unmodifiable, and named as the JDBC driver names them. */
  Map<String, String> properties() {
    return properties;
  }

  private String givenOr(Part part, String fallback) {
    Setting setting = givenOrEmpty(part);
    return setting.isEmpty() ? fallback : setting.text();
  }

  private Setting givenOrEmpty(Part part) {
    return given.getOrDefault(part, new Setting(part.variable(), part.keyword(), "", true));
  }

  /** Collects; what is put later replaces what was put before. */
  static final class Builder {
    private final Map<Part, Setting> given = new EnumMap<>(Part.class);
    private final Map<String, String> properties = new TreeMap<>();

    void put(Part part, Setting setting) {
      given.put(part, setting);
    }

    /** Moves the parts among {@code parameters}, which are named by libpq's keywords, to here. */
    void takeFrom(Map<String, Setting> parameters) {
      for (Part part : Part.values()) {
        Setting setting = parameters.remove(part.keyword());
        if (setting != null) {
          put(part, setting.piece(part.keyword(), setting.text()));
        }
      }
    }

    void property(String name, String value) {
      properties.put(name, value);
    }

    ConnectionParts build() {
      return new ConnectionParts(this);
    }
  }
}
