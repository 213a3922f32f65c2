package io.speechtotext.throwaway;

import io.speechtotext.throwaway.internal.Owner;
import io.speechtotext.throwaway.internal.RunningServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes and drops databases, and drops those that dead builds left on a server. */
final class Databases {

  private static final Logger log = LoggerFactory.getLogger(Databases.class);
  private static final String PREFIX = "throwaway_";

  private Databases() {}

  /** An empty database, in which no locale of the machine or the server shows. */
  static String create(RunningServer server) {
    return create(server, "template0", localeClause(server));
  }

  /** A copy of {@code template}, which nobody may be connected to. */
  static String clone(RunningServer server, String template) {
    return create(server, template, "");
  }

  private static String create(RunningServer server, String template, String options) {
    // Not counted: a plugin's and a test's class loader may share this process.
    String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
    String name = PREFIX + Owner.self().token() + "_" + random;
    execute(server, "CREATE DATABASE %s TEMPLATE %s%s".formatted(name, template, options));
    return name;
  }

  // From 15 on a server's template0 may be ICU's, whose order is not that of 'C'.
  private static String localeClause(RunningServer server) {
    String provider = server.majorVersion() >= 15 ? " LOCALE_PROVIDER libc" : "";
    return " ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'" + provider;
  }

  static void drop(RunningServer server, String name) {
    if (server.majorVersion() >= 13) {
      execute(server, "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
      return;
    }
    execute(
        server,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
            .formatted(name));
    execute(server, "DROP DATABASE IF EXISTS " + name);
  }

  /** Drops what builds of this machine left that are no longer alive, and nothing else. */
  static void sweep(RunningServer server) {
    for (String name : list(server)) {
      if (Owner.ofName(name.substring(PREFIX.length())).filter(Owner::isGone).isPresent()) {
        dropIfAllowed(server, name);
      }
    }
  }

  private static void dropIfAllowed(RunningServer server, String name) {
    try {
      drop(server, name);
    } catch (ThrowawayPostgresException e) {
      // Another role's build left it; this build does not need it gone.
      log.debug("Could not sweep the database {}", name, e);
    }
  }

  private static List<String> list(RunningServer server) {
    List<String> names = new ArrayList<>();
    try (Connection connection = server.adminDataSource().getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT datname FROM pg_database WHERE starts_with(datname, ?) ORDER BY datname")) {
      query.setString(1, PREFIX);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      return names;
    } catch (SQLException e) {
      throw refused(server, "list databases", e);
    }
  }

  private static void execute(RunningServer server, String sql) {
    try (Connection connection = server.adminDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw refused(server, sql, e);
    }
  }

  private static ThrowawayPostgresException refused(
      RunningServer server, String what, SQLException cause) {
    return new ThrowawayPostgresException(
        "%s refused to %s: %s".formatted(server.description(), what, cause.getMessage()),
        "see that the role %s may create databases there (ALTER ROLE … CREATEDB)"
            .formatted(server.user()),
        cause);
  }
}
