package io.speechtotext.app.config;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A URL for the PostgreSQL JDBC driver, without user and password. Immutable.
 *
 * @param hosts as {@link HostList} writes them
 * @param properties named as the driver names them; copied and sorted
 */
record DriverUrl(String hosts, String database, Map<String, String> properties) {

  private static final String KEY_PASSWORD = "sslpassword";
  private static final String OPTIONS = "options";

  DriverUrl {
    properties = Collections.unmodifiableMap(new TreeMap<>(properties));
  }

  static DriverUrl of(ConnectionParts parts) {
    return new DriverUrl(parts.hosts(), parts.database(), parts.properties());
  }

  /** With all properties but {@link #secrets()}. */
  String text() {
    String query =
        properties.entrySet().stream()
            .filter(property -> !property.getKey().equals(KEY_PASSWORD))
            .map(property -> property.getKey() + "=" + encode(property.getValue()))
            .collect(Collectors.joining("&"));
    return "jdbc:postgresql://"
        + hosts
        + "/"
        + encode(database)
        + (query.isEmpty() ? "" : "?" + query);
  }

  Map<String, String> secrets() {
    String secret = properties.get(KEY_PASSWORD);
    return secret == null ? Map.of() : Map.of(KEY_PASSWORD, secret);
  }

  /** The same, whose own {@code options} take precedence over those settings of the server. */
  DriverUrl with(Map<String, String> serverSettings) {
    String own = properties.getOrDefault(OPTIONS, "");
    String all =
        serverSettings.entrySet().stream()
            .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining(" "));
    Map<String, String> changed = new TreeMap<>(properties);
    changed.put(OPTIONS, (all + " " + own).strip());
    return new DriverUrl(hosts, database, changed);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
