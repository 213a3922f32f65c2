package io.speechtotext.app.cli.db;

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
    Migrator migrator = migrator(options::settings);
    String version = target;
    MigrationRun run = version == null ? migrator.up() : arguments(() -> migrator.upTo(version));
    if (run.isDatabaseNewer()) {
      console().say(newer(run));
    } else if (run.applied().isEmpty()) {
      console().say("Nothing to do: the database is at V" + run.version() + ".");
    }
    return ExitCode.DONE;
  }

  private String newer(MigrationRun run) {
    return "Nothing was changed: the database is at V%s, and this release knows no migration after V%s."
        .formatted(run.version(), workplace().migrations().latest());
  }
}
