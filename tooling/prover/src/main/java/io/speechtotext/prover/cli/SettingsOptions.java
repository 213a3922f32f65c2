package io.speechtotext.prover.cli;

import io.speechtotext.prover.ProverSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How migrations are proven. */
final class SettingsOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--rows",
      paramLabel = "N",
      description =
          "Time each migration on N rows a table, too, beside the 1000 that it is proven on.",
      defaultValue = "0")
  private int rows;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What the generated rows depend on (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--lock-timeout",
      paramLabel = "DURATION",
      description =
          "What your runner sets before each migration, for example 5s (default: it sets none).",
      defaultValue = "0",
      converter = DurationConverter.class)
  private Duration lockTimeout = Duration.ZERO;

  @Option(
      names = "--statement-timeout",
      paramLabel = "DURATION",
      description =
          "After which a statement counts as one that never ends (default: ${DEFAULT-VALUE}).",
      defaultValue = "60s",
      converter = DurationConverter.class)
  private Duration statementTimeout = Duration.ZERO;

  @Option(
      names = "--placeholder",
      paramLabel = "NAME=TEXT",
      description =
          "The text for a placeholder in Flyway's scripts; may be given again. Findings and the report show it: give no secrets.")
  private Map<String, String> placeholders = new LinkedHashMap<>();

  ProverSettings settings() {
    try {
      return ProverSettings.defaults()
          .withMoreRows(rows)
          .withSeed(seed)
          .withLockTimeout(lockTimeout)
          .withStatementTimeout(statementTimeout)
          .withPlaceholders(placeholders);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
