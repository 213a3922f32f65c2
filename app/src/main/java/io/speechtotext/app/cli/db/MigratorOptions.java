package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.DurationConverter;
import io.speechtotext.migrator.MigratorSettings;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How a command that changes something waits for others, and lets others wait. */
final class MigratorOptions {

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      description = "How long to wait for another migrator to finish (default: ${DEFAULT-VALUE}).",
      defaultValue = "10min",
      converter = DurationConverter.class)
  private Duration patience = Duration.ZERO;

  @Option(
      names = "--lock-timeout",
      paramLabel = "DURATION",
      description =
          "How long a statement may wait for a lock, and others behind it, before it is tried again later"
              + " (default: ${DEFAULT-VALUE}).",
      defaultValue = "5s",
      converter = DurationConverter.class)
  private Duration lockTimeout = Duration.ZERO;

  @Option(
      names = "--lock-tries",
      paramLabel = "N",
      description = "How many times to try (default: ${DEFAULT-VALUE}).",
      defaultValue = "10")
  private int lockTries;

  @Option(
      names = "--concurrent-timeout",
      paramLabel = "DURATION",
      description =
          "How long a statement may take that makes nobody wait, such as CREATE INDEX CONCURRENTLY"
              + " (default: ${DEFAULT-VALUE}).",
      defaultValue = "1h",
      converter = DurationConverter.class)
  private Duration concurrentTimeout = Duration.ZERO;

  MigratorSettings settings() {
    return MigratorSettings.defaults()
        .withPatience(patience)
        .withLocks(lockTimeout, lockTries)
        .withConcurrentTimeout(concurrentTimeout);
  }
}
