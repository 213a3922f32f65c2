package io.speechtotext.throwaway.internal.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs short commands to their end, in an environment that says nothing of the machine. */
final class Commands {

  private Commands() {}

  /** A process to be started with no locale, time zone or PostgreSQL setting of the machine's. */
  static ProcessBuilder prepared(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    return builder;
  }

  /**
   * Runs a command.
   *
   * @return what it printed
   * @throws IOException when it cannot be started, or fails; the message holds what it printed
   */
  static String run(List<String> command) throws IOException {
    Process process = prepared(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = waitFor(process);
    if (exitCode != 0) {
      throw new IOException(
          "%s failed with exit code %d: %s".formatted(command.get(0), exitCode, output.strip()));
    }
    return output;
  }

  /** Whether a command can be started and succeeds. */
  static boolean succeeds(List<String> command) {
    try {
      run(command);
      return true;
    } catch (IOException e) {
      return false; // the answer that was asked for, not an error
    }
  }

  static int waitFor(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for a command", e);
    }
  }
}
