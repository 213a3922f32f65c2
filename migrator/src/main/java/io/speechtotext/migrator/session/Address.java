package io.speechtotext.migrator.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.postgresql.ds.common.BaseDataSource;

/** Where a connection leads to, for people. */
final class Address {

  // The rest of a URL may hold a password.
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("jdbc:postgresql://([^/?@]+)([/?].*)?");

  private static final int DEFAULT_PORT = 5432;
  private static final String UNKNOWN = "The address that was connected to";

  private Address() {}

  /** Where a data source leads to, when it is the driver's own. */
  static String of(DataSource database) {
    if (!(database instanceof BaseDataSource source)) {
      return UNKNOWN;
    }
    String[] hosts = source.getServerNames();
    int[] ports = source.getPortNumbers();
    return IntStream.range(0, hosts.length)
        .mapToObj(i -> hosts[i] + ":" + (ports[i] == 0 ? DEFAULT_PORT : ports[i]))
        .collect(Collectors.joining(","));
  }

  static String of(Connection connection) throws SQLException {
    Matcher url = HOST_AND_PORT.matcher(String.valueOf(connection.getMetaData().getURL()));
    return url.matches() ? url.group(1) : UNKNOWN;
  }
}
