package io.speechtotext.app.job.fire;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The processes that work, of which one after the other is killed. */
final class Workers implements AutoCloseable {

  private static final int PROCESSES = 5;
  private static final int THREADS = 10;

  /** One process, and whether it has worked already. */
  private record Running(Process process, CompletableFuture<Boolean> works) {}

  private final String databaseUrl;
  private final Path logs;
  private final Random random = new Random();
  private final List<Running> running = new ArrayList<>();
  private int started;
  private int killed;

  Workers(String databaseUrl, Path logs) throws IOException {
    this.databaseUrl = databaseUrl;
    this.logs = logs;
    for (int i = 0; i < PROCESSES; i++) {
      running.add(start());
    }
  }

  /** How many were killed so far. */
  int killed() {
    return killed;
  }

  /**
   * Gives one of them a second, kills it, and starts another in its place. One that does not work
   * yet is spared: else none would ever, where processes take long to start.
   *
   * @throws AssertionError when it has ended by itself
   */
  void killOneASecond() throws Exception {
    int victim = random.nextInt(PROCESSES);
    Running chosen = running.get(victim);
    if (chosen.process().waitFor(1, TimeUnit.SECONDS)) {
      throw new AssertionError("a worker ended by itself: " + chosen.process().exitValue());
    }
    if (chosen.works().isDone()) {
      kill(chosen.process());
      killed++;
      running.set(victim, start());
    }
  }

  private Running start() throws IOException {
    String name = "host-" + ++started;
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
            "-Dorg.jooq.no-logo=true",
            "-Dorg.jooq.no-tips=true",
            "-cp",
            System.getProperty("java.class.path"),
            WorkerProcess.class.getName(),
            name,
            Integer.toString(THREADS),
            logs.resolve(name).toString());
    builder.environment().put("DATABASE_URL", databaseUrl);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    return new Running(process, CompletableFuture.supplyAsync(() -> works(process)));
  }

  private static boolean works(Process process) {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    return output.lines().findFirst().isPresent();
  }

  private static void kill(Process process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    for (Running each : running) {
      kill(each.process());
    }
  }
}
