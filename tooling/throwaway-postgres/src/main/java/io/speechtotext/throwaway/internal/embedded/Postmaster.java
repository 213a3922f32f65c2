package io.speechtotext.throwaway.internal.embedded;

import io.speechtotext.throwaway.internal.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A running {@code postgres}, which ends when this process does, however that ends: a shell between
 * the two reads from a pipe that only this process holds open, and stops the server at its end.
 */
final class Postmaster implements AutoCloseable {

  private static final String KEEPER =
      """
      exec 3<&0
      "$@" </dev/null 3<&- & server=$!
      { read -r _; kill -QUIT "$server"; } <&3 2>/dev/null & keeper=$!
      exec 3<&-
      wait "$server"; status=$?
      kill "$keeper" 2>/dev/null
      exit "$status"
      """;
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final Process keeper;
  private final Path log;

  private Postmaster(Process keeper, Path log) {
    this.keeper = keeper;
    this.log = log;
  }

  /** Starts the server; it may need a moment more until it answers. */
  static Postmaster start(
      Binaries binaries, ServerUser user, Path data, Path log, int port, Durability durability)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", KEEPER, "sh"));
    command.addAll(user.command(List.of(binaries.program("postgres"), "-D", data.toString())));
    settings(port, durability).forEach(setting -> command.addAll(List.of("-c", setting)));
    ProcessBuilder builder =
        Commands.prepared(command).redirectErrorStream(true).redirectOutput(log.toFile());
    return new Postmaster(builder.start(), log);
  }

  private static List<String> settings(int port, Durability durability) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "logging_collector=off",
                "timezone=UTC",
                "log_timezone=UTC",
                // In the data directory, so that nothing is left in /dev/shm after a kill.
                "dynamic_shared_memory_type=mmap"));
    settings.addAll(durability.settings());
    return settings;
  }

  /**
   * Lets a moment pass.
   *
   * @throws IOException when the server has ended meanwhile; the message holds the end of its log
   */
  void pause() throws IOException {
    try {
      if (keeper.waitFor(5, TimeUnit.MILLISECONDS)) {
        throw new IOException("the server ended: " + endOfLog());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the server was starting", e);
    }
  }

  /** The last lines that the server wrote. */
  String endOfLog() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  /** Stops the server at once, as a crash would, for nobody wants its data any more. */
  @Override
  public void close() throws IOException {
    keeper.getOutputStream().close();
    try {
      if (!keeper.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        keeper.descendants().forEach(ProcessHandle::destroyForcibly);
        keeper.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the server was stopping", e);
    }
  }
}
