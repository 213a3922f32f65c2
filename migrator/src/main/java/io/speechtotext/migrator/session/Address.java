package io.speechtotext.migrator.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a connection leads to, for people. */
final class Address {

  // The rest of a URL may hold a password.
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("jdbc:postgresql://([^/?@]+)([/?].*)?");

  private Address() {}

  static String of(Connection connection) throws SQLException {
    Matcher url = HOST_AND_PORT.matcher(String.valueOf(connection.getMetaData().getURL()));
    return url.matches() ? url.group(1) : "The address that was connected to";
  }
}
