package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.DurationConverter;
import io.speechtotext.app.cli.ExitCode;
import io.speechtotext.app.cli.Workplace;
import io.speechtotext.migrator.session.DatabaseWait;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stt db wait}: waits for the server. */
@Command(
    name = "wait",
    description =
        "Waits until the database answers SELECT 1 to the very login that the other commands use.")
final class WaitCommand extends DatabaseCommand {

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description = "When to give up (default: ${DEFAULT-VALUE}).",
      defaultValue = "60s",
      converter = DurationConverter.class)
  private Duration timeout = Duration.ZERO;

  WaitCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  public Integer call() {
    console().say("Waiting for " + workplace().settings().describe());
    DatabaseWait.untilReady(workplace().database(), timeout);
    console().say("It is ready.");
    return ExitCode.DONE;
  }
}
