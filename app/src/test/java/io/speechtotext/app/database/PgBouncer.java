package io.speechtotext.app.database;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Debian's pgbouncer, from PATH, in front of a database. It lends out two sessions of the server,
 * for one transaction at a time.
 */
final class PgBouncer implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Process process;
  private final int port;

  private PgBouncer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one.
   *
   * @param directory an empty one, for its files
   */
  static PgBouncer before(ThrowawayDatabase database, Path directory) throws IOException {
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
        default_pool_size = 2
        ignore_startup_parameters = extra_float_digits
        """
            .formatted(server.getHost(), server.getPort(), port, users));
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
    PgBouncer bouncer = new PgBouncer(process, port);
    bouncer.awaitListening(log.toPath());
    return bouncer;
  }

  private void awaitListening(Path log) throws IOException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!Files.readString(log).contains("listening on 127.0.0.1")) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("pgbouncer does not listen: " + Files.readString(log));
      }
      Thread.onSpinWait();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** As {@code DATABASE_URL}. */
  String url(ThrowawayDatabase database) {
    return "postgresql://%s:%s@127.0.0.1:%d/%s"
        .formatted(database.user(), database.password(), port, database.name());
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
