package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.ExitCode;
import io.speechtotext.app.cli.Workplace;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.migrator.MigratorSettings;
import io.speechtotext.migrator.offline.OfflineScript;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stt db script}: the SQL of a way up or down. */
@Command(
    name = "script",
    description = {
      "Prints the SQL of a way up or down, history included. It needs no database.",
      "Run it with: psql -X -v ON_ERROR_STOP=1 -f FILE",
      "On the way down, add -v lose_data=true where data may be lost, and -v no_copy=true to keep no copies."
    })
final class ScriptCommand extends DatabaseCommand {

  @Option(
      names = "--from",
      paramLabel = "VERSION",
      description = "Where the database stands, or 'base' (default).",
      defaultValue = Migrator.BASE)
  private String from = Migrator.BASE;

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      description = "Where it is to stand, or 'base' (default: the newest version).")
  private @Nullable String to;

  @Option(
      names = "--single-transaction",
      description = "Without transactions of its own, for psql -1.")
  private boolean singleTransaction;

  @Mixin private StatementLimits limits = new StatementLimits();

  ScriptCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  public Integer call() {
    OfflineScript script = new OfflineScript(workplace().migrations(), arguments(this::settings));
    String target = to == null ? workplace().migrations().latest().toString() : to;
    String sql =
        arguments(
            () ->
                singleTransaction
                    ? script.inSingleTransaction(from, target)
                    : script.between(from, target));
    console().print(sql);
    return ExitCode.DONE;
  }

  // Tries are the migrator's own; psql has one.
  private MigratorSettings settings() {
    return limits.in(MigratorSettings.defaults(), 1);
  }
}
