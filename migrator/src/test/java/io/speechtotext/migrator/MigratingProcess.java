package io.speechtotext.migrator;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process of its own that migrates, as the command line does. One that hangs is killed. */
final class MigratingProcess implements AutoCloseable {

  private static final int LIMIT_SECONDS = 180;

  private final Process process;
  private final BufferedReader output;
  private final CompletableFuture<Void> end;
  private final List<String> said = new ArrayList<>();

  private MigratingProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.end =
        process
            .onExit()
            .completeOnTimeout(process, LIMIT_SECONDS, TimeUnit.SECONDS)
            .thenAccept(ended -> ended.toHandle().destroyForcibly());
  }

  /** Starts one that will go up, and waits for {@link #go}. */
  static MigratingProcess up(Project project) throws IOException {
    return start(project, "up");
  }

  /** Starts one that will go down to base, and waits for {@link #go}. */
  static MigratingProcess down(Project project) throws IOException {
    return start(project, "down");
  }

  private static MigratingProcess start(Project project, String way) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
            "-cp",
            System.getProperty("java.class.path"),
            MigratesInChild.class.getName(),
            project.directory().path().toString(),
            project.database().jdbcUrl(),
            project.database().user(),
            way);
    builder.environment().put("PASSWORD", project.database().password());
    return new MigratingProcess(builder.redirectErrorStream(true).start());
  }

  /** Waits until it is about to connect, and lets it. */
  void go() throws IOException {
    await("ready");
    process.outputWriter(StandardCharsets.UTF_8).append('\n').close();
  }

  /** Reads on, to a line that begins so. */
  void await(String begin) throws IOException {
    for (String line = read(); !line.startsWith(begin); line = read()) {}
  }

  private String read() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("ended: " + said);
    }
    said.add(line);
    return line;
  }

  /** Gives it that time, in microseconds, to end by itself. */
  boolean endsWithin(long micros) throws InterruptedException {
    return process.waitFor(micros, TimeUnit.MICROSECONDS);
  }

  /** Its exit code, once it has ended by itself. */
  int exitCode() throws IOException, InterruptedException {
    output.lines().forEach(said::add);
    return process.waitFor();
  }

  /** All that it printed, as far as it was read. */
  List<String> said() {
    return List.copyOf(said);
  }

  /** Kills it, as SIGKILL does: it can do nothing about it. */
  @Override
  public void close() {
    process.toHandle().destroyForcibly();
    end.join();
  }
}
