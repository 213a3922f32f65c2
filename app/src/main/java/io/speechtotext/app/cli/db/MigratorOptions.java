package io.speechtotext.app.cli.db;

import io.speechtotext.migrator.MigratorSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command that runs migrations waits for others, and lets others wait. */
final class MigratorOptions {

  @Mixin private WaitForOthers others = new WaitForOthers();
  @Mixin private StatementLimits limits = new StatementLimits();

  @Option(
      names = "--lock-tries",
      paramLabel = "N",
      description =
          "How many times to try a migration that does not get its lock (default: ${DEFAULT-VALUE}).",
      defaultValue = "10")
  private int lockTries;

  MigratorSettings settings() {
    return limits.in(others.settings(), lockTries);
  }
}
