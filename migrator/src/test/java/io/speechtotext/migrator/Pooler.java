package io.speechtotext.migrator;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Debian's pgbouncer, from PATH, in front of a database. It lends out a server's session for one
 * transaction at a time.
 */
final class Pooler implements AutoCloseable {

  private final Process process;
  private final int port;
  private final ThrowawayDatabase database;

  private Pooler(Process process, int port, ThrowawayDatabase database) {
    this.process = process;
    this.port = port;
    this.database = database;
  }

  /**
   * Starts one.
   *
   * @param directory an empty one, for its files
   * @param settings more lines of its configuration
   */
  static Pooler before(ThrowawayDatabase database, Path directory, String settings)
      throws Exception {
    int port = freePort();
    URI server = URI.create(database.jdbcUrl().substring("jdbc:".length()));
    Path users = directory.resolve("users");
    Files.writeString(users, "\"%s\" \"%s\"\n".formatted(database.user(), database.password()));
    Path configuration = directory.resolve("pgbouncer.ini");
    Files.writeString(
        configuration,
        """
        [databases]
        * = host=%s port=%d
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        auth_type = trust
        auth_file = %s
        pool_mode = transaction
        %s
        """
            .formatted(server.getHost(), server.getPort(), port, users, settings));
    // It refuses to run as root.
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    }
    command.addAll(List.of("pgbouncer", configuration.toString()));
    File log = directory.resolve("log").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    Pooler pooler = new Pooler(process, port, database);
    Until.isTrue(() -> pooler.answers(log));
    return pooler;
  }

  private boolean answers(File log) throws IOException {
    if (!process.isAlive()) {
      throw new AssertionError("pgbouncer ended: " + Files.readString(log.toPath()));
    }
    return Files.readString(log.toPath()).contains("listening on 127.0.0.1");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Host and port. */
  String address() {
    return "127.0.0.1:" + port;
  }

  /** Leads to the database through it. */
  PGSimpleDataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://" + address() + "/" + database.name());
    source.setUser(database.user());
    source.setPassword(database.password());
    return source;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
