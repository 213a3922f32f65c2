package io.speechtotext.throwaway;

import io.speechtotext.throwaway.internal.Owner;
import io.speechtotext.throwaway.internal.RunningServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes and drops databases on a server, and drops those that dead builds left there. Thread-safe.
 */
final class Databases implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Databases.class);
  private static final String PREFIX = "throwaway_";

  private final RunningServer server;
  private final AdminSessions sessions;
  private final Set<String> made = ConcurrentHashMap.newKeySet();

  Databases(RunningServer server) {
    this.server = server;
    this.sessions = new AdminSessions(server.adminDataSource());
  }

  /** An empty database, in which no locale of the machine or the server shows. */
  String create() {
    return create("template0", localeClause());
  }

  /** A copy of {@code template}, which nobody may be connected to. */
  String copy(String template) {
    String name = create(template, strategyClause());
    execute(DatabaseSettings.copy(template, name));
    return name;
  }

  // From 15 on a copy goes through the log, page by page. Where nothing is to survive a crash, its
  // files are copied faster. On somebody's server the checkpoints for that would cost others.
  private String strategyClause() {
    return server.majorVersion() >= 15 && !server.outlivesBuild() ? " STRATEGY FILE_COPY" : "";
  }

  private String create(String template, String options) {
    // Not counted: a plugin's and a test's class loader may share this process.
    String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
    String name = PREFIX + Owner.self().token() + "_" + random;
    execute("CREATE DATABASE %s TEMPLATE %s%s".formatted(name, template, options));
    made.add(name);
    return name;
  }

  // From 15 on a server's template0 may be ICU's, whose order is not that of 'C'.
  private String localeClause() {
    String provider = server.majorVersion() >= 15 ? " LOCALE_PROVIDER libc" : "";
    return " ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'" + provider;
  }

  void drop(String name) {
    made.remove(name);
    if (server.majorVersion() >= 13) {
      execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
      return;
    }
    execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
            .formatted(name));
    execute("DROP DATABASE IF EXISTS " + name);
  }

  /** Drops what builds of this machine left that are no longer alive, and nothing else. */
  void sweep() {
    for (String name : list()) {
      if (Owner.ofName(name.substring(PREFIX.length())).filter(Owner::isGone).isPresent()) {
        dropIfAllowed(name);
      }
    }
  }

  private void dropIfAllowed(String name) {
    try {
      drop(name);
    } catch (ThrowawayPostgresException e) {
      // Another role's build left it; this build does not need it gone.
      log.debug("Could not sweep the database {}", name, e);
    }
  }

  private List<String> list() {
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
      throw refused("list databases", e);
    }
  }

  /** Drops what was made here, should the server outlive the build, and ends the sessions. */
  @Override
  public void close() {
    try (sessions) {
      if (server.outlivesBuild()) {
        Set.copyOf(made).forEach(this::drop);
      }
    }
  }

  private void execute(String sql) {
    try {
      sessions.execute(sql);
    } catch (SQLException e) {
      throw refused(sql, e);
    }
  }

  private ThrowawayPostgresException refused(String what, SQLException cause) {
    return new ThrowawayPostgresException(
        "%s refused to %s: %s".formatted(server.description(), what, cause.getMessage()),
        "see that the role %s may create databases there (ALTER ROLE … CREATEDB)"
            .formatted(server.user()),
        cause);
  }
}
