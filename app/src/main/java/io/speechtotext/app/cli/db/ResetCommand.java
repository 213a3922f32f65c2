package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.Console;
import io.speechtotext.app.cli.ExitCode;
import io.speechtotext.app.cli.Workplace;
import io.speechtotext.app.config.DatabaseSettings;
import io.speechtotext.migrator.Migrator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stt db reset}: undoes and applies everything. */
@Command(
    name = "reset",
    description = {
      "Undoes everything and applies it again; all data are lost, and not copied.",
      "Only on a loopback host. Without --yes it only says what would be lost, and ends with 4."
    })
final class ResetCommand extends DatabaseCommand {

  @Option(names = "--yes", description = "Do it.")
  private boolean yes;

  @Mixin private MigratorOptions options = new MigratorOptions();

  ResetCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  public Integer call() {
    DatabaseSettings settings = workplace().settings();
    if (!settings.isOnLoopback()) {
      throw usage(
          settings.describe()
              + " is not on a loopback host, and others may need what is in it."
              + " Next: stt db down --to base, which keeps copies");
    }
    Migrator migrator = migrator(options::settings);
    Console console = console();
    console.say(settings.describe() + " loses all its rows:");
    migrator.rowCounts().forEach((table, rows) -> console.say("  %s: %d".formatted(table, rows)));
    if (!yes) {
      console.note("Nothing was changed. Next: stt db reset --yes");
      return ExitCode.REFUSED;
    }
    migrator.reset();
    return ExitCode.DONE;
  }
}
