package io.speechtotext.bench;

import io.speechtotext.throwaway.ThrowawayDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own load generator: as fast as a client can be. */
final class PgBench {

  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  private final Path program;
  private final ThrowawayDatabase database;
  private final int clients;

  PgBench(Path program, ThrowawayDatabase database, int clients) {
    this.program = program;
    this.database = database;
    this.clients = clients;
  }

  /** Scripts a second that it runs, over some time, with prepared statements. */
  double throughput(String script, Duration time) throws IOException, InterruptedException {
    Path file = Files.createTempFile("pgbench", ".sql");
    try {
      Files.writeString(file, script);
      return rate(run(command(file, time)));
    } finally {
      Files.delete(file);
    }
  }

  private List<String> command(Path script, Duration time) {
    URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
    return List.of(
        program.toString(),
        "--no-vacuum",
        "--protocol=prepared",
        "--client=" + clients,
        "--jobs=2",
        "--time=" + time.toSeconds(),
        "--file=" + script,
        "--host=" + address.getHost(),
        "--port=" + address.getPort(),
        "--username=" + database.user(),
        database.name());
  }

  private String run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", database.password());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("pgbench failed:\n" + output);
    }
    return output;
  }

  private static double rate(String output) throws IOException {
    Matcher matcher = RATE.matcher(output);
    if (!matcher.find()) {
      throw new IOException("pgbench told no rate:\n" + output);
    }
    return Double.parseDouble(matcher.group(1));
  }
}
