package io.speechtotext.examples.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The service as a process of its own, as operators start and stop it. */
final class ServiceProcess implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("Listening on port (\\d+)");
  private static final long LIMIT_SECONDS = 60;

  private final Process process;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final CompletableFuture<Void> output;

  private ServiceProcess(Process process) {
    this.process = process;
    this.output = CompletableFuture.runAsync(this::read);
  }

  /** Starts one, and goes on at once. */
  static ServiceProcess start(Map<String, String> environment, String... arguments)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dlogback.configurationFile=logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName()),
                    Stream.of(arguments))
                .toList());
    builder.environment().putAll(environment);
    return new ServiceProcess(builder.redirectErrorStream(true).start());
  }

  private void read() {
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.append(line).append('\n');
        Matcher ready = READY.matcher(line);
        if (ready.find()) {
          port.complete(Integer.valueOf(ready.group(1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    port.completeExceptionally(new AssertionError("it ended:\n" + said));
  }

  /** Waits until it listens. */
  int port() {
    return port.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Sends SIGTERM, as {@code docker stop} does, and returns the exit code. */
  int terminate() throws InterruptedException {
    // Process.destroy() would close the pipe that its last words come through.
    process.toHandle().destroy();
    return exitCode();
  }

  /** Waits until it ends by itself. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end");
    }
    return process.exitValue();
  }

  /** Sends SIGKILL. */
  @Override
  public void close() {
    process.toHandle().destroyForcibly();
    output.join();
  }
}
