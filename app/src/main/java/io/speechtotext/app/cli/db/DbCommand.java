package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.Workplace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group {@code stt db}. */
@Command(
    name = "db",
    description = {
      "Migrates, undoes, shows, checks and takes over the database.",
      "It connects by MIGRATION_DATABASE_URL, else by DATABASE_URL,"
          + " else by DB_HOST, DB_PORT, DB_NAME, DB_USER and DB_PASSWORD."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class DbCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The group with all its commands, which work on {@code workplace}. */
  public static CommandLine with(Workplace workplace) {
    return new CommandLine(new DbCommand())
        .addSubcommand(new WaitCommand(workplace))
        .addSubcommand(new UpCommand(workplace))
        .addSubcommand(new DownCommand(workplace))
        .addSubcommand(new StatusCommand(workplace))
        .addSubcommand(new HistoryCommand(workplace))
        .addSubcommand(new ScriptCommand(workplace))
        .addSubcommand(new CheckCommand(workplace))
        .addSubcommand(new AdoptCommand(workplace))
        .addSubcommand(new NewCommand())
        .addSubcommand(new UndoneCommand(workplace))
        .addSubcommand(new ResetCommand(workplace))
        .addSubcommand(new RepairCommand(workplace))
        .addSubcommand(new GrantCommand(workplace));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command. Next: stt db --help");
  }
}
