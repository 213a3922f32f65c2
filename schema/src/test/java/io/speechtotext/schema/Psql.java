package io.speechtotext.schema;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run of psql ended with.
 *
 * @param output what it printed, errors included
 */
record Psql(int exitCode, String output) {

  /** Runs a script in the way that its first line says, with more options. */
  static Psql run(ThrowawayDatabase database, String script, String... options) throws Exception {
    Path file = Files.createTempFile("offline", ".sql");
    try {
      Files.writeString(file, script);
      return run(command(database, file, options), database.password());
    } finally {
      Files.delete(file);
    }
  }

  private static List<String> command(ThrowawayDatabase database, Path file, String... options) {
    List<String> command = new ArrayList<>(List.of("psql", "-X", "-v", "ON_ERROR_STOP=1"));
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-U",
            database.user(),
            "-d",
            // What follows the question mark is for the driver.
            database.jdbcUrl().replaceFirst("^jdbc:", "").replaceFirst("\\?.*", ""),
            "-f",
            file.toString()));
    return command;
  }

  private static Psql run(List<String> command, String password)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", password);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Psql(process.waitFor(), output);
  }
}
