package io.speechtotext.app.config;

import java.util.Map;
import java.util.TreeMap;

/** Translates the parameters of a libpq URL into properties of the JDBC driver. */
final class LibpqParameters {
  private static final String SSLMODE = "sslmode";
  private static final String SSLROOTCERT = "sslrootcert";

  private final DriverProperties driver = DriverProperties.load();
  private final Map<String, String> properties = new TreeMap<>();

  private LibpqParameters() {}

  /** Returns the driver's properties for these decoded values by their keywords. */
  static Map<String, String> translate(Map<String, Setting> parameters) {
    LibpqParameters translation = new LibpqParameters();
    parameters.forEach(translation::add);
    translation.verifyAsLibpq(parameters);
    return translation.properties;
  }

  private void add(String keyword, Setting value) {
    LibpqParameter parameter =
        LibpqParameter.ofKeyword(keyword).orElseThrow(() -> unknown(keyword, value));
    Setting named = value.piece(value.what() + " (" + keyword + ")", value.text());
    String translated = parameter.translate(named);
    if (!parameter.property().isEmpty()) {
      driver.requireChoice(parameter.property(), named.piece(named.what(), translated));
      properties.put(parameter.property(), translated);
    }
  }

  /**
   * Keeps libpq's strictness, which the driver lacks: {@code require} with a root certificate
   * verifies it, and the root certificate {@code system} is the platform's trust store.
   */
  private void verifyAsLibpq(Map<String, Setting> parameters) {
    String root = properties.getOrDefault(SSLROOTCERT, "");
    if (root.equals("system")) {
      trustSystem(parameters);
    } else if (!root.isEmpty()) {
      properties.replace(SSLMODE, "require", "verify-ca");
    }
  }

  private void trustSystem(Map<String, Setting> parameters) {
    properties.putIfAbsent(SSLMODE, "verify-full");
    Setting mode = parameters.get(SSLMODE);
    if (mode != null && !mode.text().equals("verify-full")) {
      throw mode.refuse("must not weaken sslrootcert=system", "Write sslmode=verify-full");
    }
    properties.remove(SSLROOTCERT);
    properties.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
  }

  private static ConfigurationException unknown(String keyword, Setting value) {
    return value
        .piece(value.what(), keyword)
        .refuse(
            "must be one that the JDBC driver can follow: "
                + String.join(", ", LibpqParameter.keywords()),
            "Remove it; to set properties of the driver write a jdbc:postgresql: URL");
  }
}
