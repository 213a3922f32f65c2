package io.speechtotext.app.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The libpq parameters that the JDBC driver can follow, with the name and values it knows them by.
 */
enum LibpqParameter {
  APPLICATION_NAME("ApplicationName"),
  CHANNEL_BINDING("channelBinding"),
  CLIENT_ENCODING("", Map.of("utf8", "", "UTF8", "", "utf-8", "", "UTF-8", "", "auto", "")),
  CONNECT_TIMEOUT("connectTimeout") {
    @Override
    String translate(Setting seconds) {
      return timeout(seconds);
    }
  },
  GSSENCMODE("gssEncMode"),
  GSSLIB("gsslib"),
  KEEPALIVES("tcpKeepAlive", Map.of("0", "false", "1", "true")),
  KRBSRVNAME("kerberosServerName"),
  LOAD_BALANCE_HOSTS("loadBalanceHosts", Map.of("disable", "false", "random", "true")),
  OPTIONS("options"),
  REQUIRE_AUTH("requireAuth"),
  SSLCERT("sslcert"),
  SSLKEY("sslkey"),
  SSLMODE("sslmode"),
  SSLNEGOTIATION("sslNegotiation"),
  SSLPASSWORD("sslpassword"),
  SSLROOTCERT("sslrootcert"),
  TARGET_SESSION_ATTRS(
      "targetServerType",
      // The driver tells a primary by in_hot_standby or, before PostgreSQL 14, by whether it
      // writes.
      Map.of(
          "any", "any",
          "read-write", "primary",
          "primary", "primary",
          "read-only", "secondary",
          "standby", "secondary",
          "prefer-standby", "preferSecondary"));

  private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,9}");

  /** More would overflow the driver, which counts milliseconds. */
  private static final int MAX_SECONDS = Integer.MAX_VALUE / 1000;

  private final String property;

  @SuppressWarnings("ImmutableEnumChecker") // Map.of() makes immutable ones.
  private final Map<String, String> values;

  LibpqParameter(String property) {
    this(property, Map.of());
  }

  LibpqParameter(String property, Map<String, String> values) {
    this.property = property;
    this.values = values;
  }

  String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The driver's name for it; empty when the driver always behaves as the parameter may demand. */
  String property() {
    return property;
  }

  /** The driver's word for {@code value}. */
  String translate(Setting value) {
    if (values.isEmpty()) {
      return value.text();
    }
    return Optional.ofNullable(values.get(value.text()))
        .orElseThrow(
            () ->
                value.refuse(
                    "must be one of " + new TreeSet<>(values.keySet()), "Write one of these"));
  }

  static Optional<LibpqParameter> ofKeyword(String keyword) {
    return Arrays.stream(values()).filter(known -> known.keyword().equals(keyword)).findFirst();
  }

  static List<String> keywords() {
    return Arrays.stream(values()).map(LibpqParameter::keyword).toList();
  }

  /** Zero or less waits for ever in libpq, zero in the driver. */
  private static String timeout(Setting seconds) {
    if (SECONDS.matcher(seconds.text()).matches()) {
      int timeoutSeconds = Math.max(Integer.parseInt(seconds.text()), 0);
      if (timeoutSeconds <= MAX_SECONDS) {
        return Integer.toString(timeoutSeconds);
      }
    }
    throw seconds.refuse("must be whole seconds, at most " + MAX_SECONDS, "Write a number like 10");
  }
}
