package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.DurationConverter;
import io.speechtotext.migrator.MigratorSettings;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a command that changes something waits for another that does. */
final class WaitForOthers {

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      description = "How long to wait for another migrator to finish (default: ${DEFAULT-VALUE}).",
      defaultValue = "10min",
      converter = DurationConverter.class)
  private Duration patience = Duration.ZERO;

  MigratorSettings settings() {
    return MigratorSettings.defaults().withPatience(patience);
  }
}
