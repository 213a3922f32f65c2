package io.speechtotext.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One or more servers, each {@code host:port}; an IPv6 address stands in brackets.
 *
 * @param addresses never empty
 */
record HostList(List<String> addresses) {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]+");
  private static final Pattern IPV6 =
      Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f]*:[0-9A-Fa-f:.]*(%[\\w.~-]+)?");
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
  private static final int GREATEST_PORT = 65_535;

  /**
   * Pairs hosts with ports as libpq does: both are lists with commas, one port serves all hosts,
   * and an empty entry has its production default.
   *
   * @throws ConfigurationException for an impossible host or port, or when their numbers differ
   */
  static HostList of(Setting hosts, Setting ports) {
    String[] names = hosts.text().split(",", -1);
    String[] numbers = ports.text().split(",", -1);
    if (numbers.length != 1 && numbers.length != names.length) {
      throw ports.refuse(
          "must be one for all hosts, or one for each of the " + names.length,
          "Give every host its own port: h1:5432,h2:5433");
    }
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      String number = numbers[numbers.length == 1 ? 0 : i];
      addresses.add(host(hosts.piece("host", names[i])) + ":" + port(ports.piece("port", number)));
    }
    return new HostList(List.copyOf(addresses));
  }

  private static String host(Setting host) {
    if (host.isEmpty()) {
      return Part.HOST.fallback();
    }
    if (host.text().startsWith("/")) {
      throw host.refuse(
          "must not be a Unix socket, which the JDBC driver cannot use",
          "Let the server listen on TCP and write localhost");
    }
    String name = withoutBrackets(host.text());
    if (IPV6.matcher(name).matches()) {
      return "[" + name + "]";
    }
    if (!NAME.matcher(name).matches()) {
      throw host.refuse(
          "must be a host name, an IPv4 address or an IPv6 address in brackets",
          "Write it like db.example.org, 10.0.0.7 or [::1]");
    }
    return name;
  }

  private static String withoutBrackets(String host) {
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return bracketed ? host.substring(1, host.length() - 1) : host;
  }

  private static int port(Setting port) {
    String text = port.isEmpty() ? Part.PORT.fallback() : port.text();
    int number = PORT.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (number < 1 || number > GREATEST_PORT) {
      throw port.refuse(
          "must be a whole number from 1 to " + GREATEST_PORT,
          "Write host:5432, an IPv6 address in brackets, and : in a password as %3A");
    }
    return number;
  }

  /** The form that both JDBC URLs and people read: {@code h1:5432,[::1]:5433}. */
  @Override
  public String toString() {
    return String.join(",", addresses);
  }
}
