package io.speechtotext.app.job.fire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Starts processes with workers, quickly: what the first has loaded, all others find in an archive.
 */
final class WorkerJvm {

  private static final int THREADS = 10;

  private final String databaseUrl;
  private final Path logs;
  private final Path archive;
  private final String classPath;

  private WorkerJvm(String databaseUrl, Path logs, Path archive, String classPath) {
    this.databaseUrl = databaseUrl;
    this.logs = logs;
    this.archive = archive;
    this.classPath = classPath;
  }

  /**
   * Lets one process run for a moment, to know what the others will load.
   *
   * @param databaseUrl whose jobs they work on; of which there are none yet
   * @param directory an empty one, for their files
   */
  static WorkerJvm prepare(String databaseUrl, Path directory) throws Exception {
    Path logs = Files.createDirectory(directory.resolve("logs"));
    Path archive = directory.resolve("classes.jsa");
    WorkerJvm jvm = new WorkerJvm(databaseUrl, logs, archive, ClassPathJars.in(directory));
    Host first = jvm.start("first", "-XX:ArchiveClassesAtExit=" + archive, Map.of());
    first.firstWord();
    first.end();
    return jvm;
  }

  /** Where each has its {@link WorkLog}, and nothing else is. */
  Path logs() {
    return logs;
  }

  Host start(String name) throws IOException {
    return start(name, Map.of());
  }

  /** With more in its environment. */
  Host start(String name, Map<String, String> environment) throws IOException {
    return start(name, "-XX:SharedArchiveFile=" + archive, environment);
  }

  private Host start(String name, String archiveOption, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            archiveOption,
            "-Xlog:disable",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
            "-Dorg.jooq.no-logo=true",
            "-Dorg.jooq.no-tips=true",
            "-cp",
            classPath,
            WorkerProcess.class.getName(),
            name,
            Integer.toString(THREADS),
            logs.resolve(name).toString());
    builder.environment().putAll(environment);
    builder.environment().put("DATABASE_URL", databaseUrl);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new Host(builder.start());
  }
}
