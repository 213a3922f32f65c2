package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.DurationConverter;
import io.speechtotext.migrator.MigratorSettings;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long statements of migrations may take, and make others wait. */
final class StatementLimits {

  @Option(
      names = "--lock-timeout",
      paramLabel = "DURATION",
      description =
          "How long a statement may wait for a lock, and others behind it (default: ${DEFAULT-VALUE}).",
      defaultValue = "5s",
      converter = DurationConverter.class)
  private Duration lockTimeout = Duration.ZERO;

  @Option(
      names = "--concurrent-timeout",
      paramLabel = "DURATION",
      description =
          "How long a statement may take that makes nobody wait, such as CREATE INDEX CONCURRENTLY"
              + " (default: ${DEFAULT-VALUE}).",
      defaultValue = "1h",
      converter = DurationConverter.class)
  private Duration concurrentTimeout = Duration.ZERO;

  MigratorSettings in(MigratorSettings settings, int lockTries) {
    return settings.withLocks(lockTimeout, lockTries).withConcurrentTimeout(concurrentTimeout);
  }
}
