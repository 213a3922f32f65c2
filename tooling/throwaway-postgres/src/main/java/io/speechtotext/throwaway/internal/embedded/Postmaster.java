package io.speechtotext.throwaway.internal.embedded;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.speechtotext.throwaway.internal.Durability;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * A running {@code postgres}, which ends when this process does, however that ends: a shell between
 * the two reads from a pipe that only this process holds open, and stops the server at its end. The
 * shell tells it so until it has ended, for a server that is only just starting does not listen;
 * and it ignores what a terminal sends to all at once, to wait for the server's end.
 */
final class Postmaster implements AutoCloseable {

  private static final String KEEPER =
      """
      trap '' HUP INT TERM
      exec 3<&0
      "$@" </dev/null 3<&- & server=$!
      {
        read -r _
        for try in 1 2 3 4 5 6 7 8 9 10; do kill -QUIT "$server" || break; sleep 1; done
      } <&3 2>/dev/null & keeper=$!
      exec 3<&-
      wait "$server"; status=$?
      kill -KILL "$keeper" 2>/dev/null
      exit "$status"
      """;
  private static final int STATUS_LINE = 7;
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final Process keeper;
  private final Path data;
  private final Path log;

  private Postmaster(Process keeper, Path data, Path log) {
    this.keeper = keeper;
    this.data = data;
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
    return new Postmaster(builder.start(), data, log);
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
   * Waits until the server itself says that it accepts connections. Before that, whoever answers on
   * its port is somebody else: another build's server even knows the same password.
   *
   * @throws IOException when the server ends instead; the message holds the end of its log
   */
  void awaitPort(Duration limit) throws IOException, TimeoutException {
    Instant deadline = Instant.now().plus(limit);
    while (!isAccepting()) {
      if (Instant.now().isAfter(deadline)) {
        throw new TimeoutException("not ready within " + limit.toSeconds() + " s");
      }
      pause();
    }
  }

  private boolean isAccepting() throws IOException {
    List<String> lines = pidFile(data);
    return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).startsWith("ready");
  }

  /**
   * Lets a moment pass.
   *
   * @throws IOException when the server has ended meanwhile; the message holds the end of its log
   */
  void pause() throws IOException {
    try {
      if (keeper.waitFor(5, MILLISECONDS)) {
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

  /** The lines of the file that a server keeps while it runs; none where none runs. */
  static List<String> pidFile(Path data) throws IOException {
    try {
      return Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /**
   * Stops the server at once, as a crash would, for nobody wants its data any more. Waits for its
   * end even when interrupted, for somebody will delete its files next.
   */
  @Override
  public void close() throws IOException {
    keeper.getOutputStream().close();
    keeper.onExit().completeOnTimeout(keeper, STOP_LIMIT.toMillis(), MILLISECONDS).join();
    if (keeper.isAlive()) {
      keeper.descendants().forEach(ProcessHandle::destroyForcibly);
      keeper.destroyForcibly().onExit().join();
    }
  }
}
