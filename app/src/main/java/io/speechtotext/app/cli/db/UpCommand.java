package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.Console;
import io.speechtotext.app.cli.ExitCode;
import io.speechtotext.app.cli.Workplace;
import io.speechtotext.migrator.MigrationRun;
import io.speechtotext.migrator.Migrator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stt db up}: applies what is pending. */
@Command(name = "up", description = "Applies the migrations that are pending.")
final class UpCommand extends DatabaseCommand {

  @Mixin private MigratorOptions options = new MigratorOptions();

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      description = "Stop at this version (default: the newest).")
  private @Nullable String target;

  UpCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  public Integer call() {
    Migrator migrator =
        new Migrator(workplace().database(), workplace().migrations(), options.settings());
    MigrationRun run = target == null ? migrator.up() : migrator.upTo(target);
    Console console = console();
    run.applied()
        .forEach(
            each ->
                console.say(
                    "V%s %s: applied in %d ms"
                        .formatted(
                            each.version(), each.description(), each.duration().toMillis())));
    if (run.applied().isEmpty()) {
      console.say("Nothing to do.");
    }
    return ExitCode.DONE;
  }
}
