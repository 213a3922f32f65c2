package io.speechtotext.app.config;

import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;

/** What the JDBC driver makes of a URL, by its own parser. */
record DriverView(Properties properties) {

  static DriverView of(String jdbcUrl) {
    return new DriverView(Objects.requireNonNull(Driver.parseURL(jdbcUrl, null), jdbcUrl));
  }

  static DriverView of(DatabaseSettings settings) {
    return of(settings.jdbcUrl());
  }

  /** {@code hosts ports database}, lists with commas. */
  String target() {
    return get("PGHOST") + " " + get("PGPORT") + " " + get("PGDBNAME");
  }

  /** The value, or {@code unset}. */
  String get(String property) {
    return properties.getProperty(property, "unset");
  }
}
