package io.speechtotext.throwaway.internal.embedded;

import io.speechtotext.throwaway.internal.Durability;
import io.speechtotext.throwaway.internal.PostgresVersion;
import io.speechtotext.throwaway.internal.Readiness;
import io.speechtotext.throwaway.internal.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL run from its own binaries on a loopback port, on a copy of an initialised cluster. */
public final class EmbeddedServer implements RunningServer {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final int PORT_TRIES = 10;

  private final Path work;
  private final Postmaster postmaster;
  private final String version;
  private final int port;
  private final String password;
  private final int majorVersion;

  private EmbeddedServer(
      Path work, Postmaster postmaster, String version, int port, String password)
      throws IOException {
    this.work = work;
    this.postmaster = postmaster;
    this.version = version;
    this.port = port;
    this.password = password;
    this.majorVersion = awaitReadiness();
  }

  /**
   * Starts a server in the user's cache; in a temporary directory where that cannot be used.
   *
   * @throws IOException when it cannot be started
   */
  public static EmbeddedServer start(PostgresVersion version, Durability durability)
      throws IOException {
    return start(prepared(version, durability), version, durability, FreePort::find);
  }

  private static Prepared prepared(PostgresVersion version, Durability durability)
      throws IOException {
    ServerUser user = ServerUser.detect();
    Path preferred = Cache.preferred(user, System.getProperties(), System.getenv());
    Path temporary = Cache.temporary(user);
    try {
      return Prepared.in(preferred, user, version, durability);
    } catch (CacheException e) {
      if (preferred.equals(temporary)) {
        throw e;
      }
      log.warn("The cache {} cannot be used ({}); using {}", preferred, e.getMessage(), temporary);
      return Prepared.in(temporary, user, version, durability);
    }
  }

  static EmbeddedServer start(
      Prepared prepared, PostgresVersion version, Durability durability, IntSupplier ports)
      throws IOException {
    try {
      return startOnFreePort(prepared, version, durability, ports);
    } catch (IOException | RuntimeException e) {
      Trees.delete(prepared.work());
      throw e;
    }
  }

  private static EmbeddedServer startOnFreePort(
      Prepared prepared, PostgresVersion version, Durability durability, IntSupplier ports)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      int port = ports.getAsInt();
      Postmaster postmaster = prepared.start(port, durability);
      try {
        return new EmbeddedServer(
            prepared.work(), postmaster, version.version(), port, prepared.password());
      } catch (IOException e) {
        postmaster.close();
        // Between its choice and its use, a port can be taken by anybody.
        if (attempt == PORT_TRIES || !FreePort.isTaken(postmaster.endOfLog())) {
          throw e;
        }
      }
    }
  }

  private int awaitReadiness() throws IOException {
    try {
      postmaster.awaitPort(START_LIMIT);
      return Readiness.await(adminDataSource(), START_LIMIT, postmaster::pause);
    } catch (TimeoutException e) {
      throw new IOException(e.getMessage() + ": " + postmaster.endOfLog(), e);
    }
  }

  @Override
  public String description() {
    return "embedded PostgreSQL " + version + " on 127.0.0.1:" + port;
  }

  @Override
  public int majorVersion() {
    return majorVersion;
  }

  @Override
  public DataSource adminDataSource() {
    return dataSource("postgres");
  }

  @Override
  public DataSource dataSource(String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl(database));
    source.setUser(Cluster.USER);
    source.setPassword(password);
    return source;
  }

  @Override
  public String jdbcUrl(String database) {
    // Not by a format, which in some locales writes other digits.
    return "jdbc:postgresql://127.0.0.1:"
        + port
        + "/"
        + database
        + "?sslmode=disable&gssEncMode=disable";
  }

  @Override
  public String user() {
    return Cluster.USER;
  }

  @Override
  public String password() {
    return password;
  }

  @Override
  public boolean outlivesBuild() {
    return false;
  }

  @Override
  public void close() {
    try {
      postmaster.close();
      Trees.delete(work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
