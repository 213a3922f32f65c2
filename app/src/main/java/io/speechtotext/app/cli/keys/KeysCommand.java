package io.speechtotext.app.cli.keys;

import io.speechtotext.app.cli.Workplace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group {@code stt keys}. */
@Command(
    name = "keys",
    description = {
      "Creates, lists, replaces and withdraws API keys.",
      "It connects as 'stt db' does; a role that may read and write rows is enough."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class KeysCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The group with all its commands, which work on {@code workplace}. */
  public static CommandLine with(Workplace workplace) {
    return new CommandLine(new KeysCommand())
        .addSubcommand(new CreateCommand(workplace))
        .addSubcommand(new ListCommand(workplace))
        .addSubcommand(new RotateCommand(workplace))
        .addSubcommand(new DeactivateCommand(workplace))
        .addSubcommand(new LegacyCommand(workplace));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command. Next: stt keys --help");
  }
}
