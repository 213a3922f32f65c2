package io.speechtotext.app.config;

import java.util.StringJoiner;

/**
 * The servers of a URL, taken apart as libpq does.
 *
 * @param hosts all hosts, joined by commas
 * @param ports as many ports, joined by commas; empty where none was given
 */
record Authority(String hosts, String ports) {

  /** Splits {@code h1:5432,[::1]:5433,h3}; judges nothing. */
  static Authority of(String text) {
    StringJoiner hosts = new StringJoiner(",");
    StringJoiner ports = new StringJoiner(",");
    for (String address : text.split(",", -1)) {
      int hostEnd = address.startsWith("[") ? address.indexOf(']') : 0;
      int colon = address.indexOf(':', hostEnd);
      hosts.add(colon < 0 ? address : address.substring(0, colon));
      ports.add(colon < 0 ? "" : address.substring(colon + 1));
    }
    return new Authority(hosts.toString(), ports.toString());
  }
}
