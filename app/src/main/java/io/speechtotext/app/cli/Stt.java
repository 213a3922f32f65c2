package io.speechtotext.app.cli;

import io.speechtotext.app.cli.db.DbCommand;
import io.speechtotext.app.cli.keys.KeysCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code stt}. */
@Command(
    name = "stt",
    description = "Operates the data layer of the speech-to-text service.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Stt implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs one command and ends the process with its {@link ExitCode}. */
  public static void main(String[] arguments) {
    // A script that is printed must be what the files say, whatever the locale can write.
    CommandLine stt =
        commandLine(System.getenv(), Release.CURRENT)
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    System.exit(stt.execute(arguments));
  }

  /** The same, to be run in this process; writes to its own {@code out} and {@code err}. */
  static CommandLine commandLine(Map<String, String> environment, Release release) {
    Workplace workplace = new Workplace(environment, release);
    return new CommandLine(new Stt())
        .addSubcommand(DbCommand.with(workplace))
        .addSubcommand(KeysCommand.with(workplace))
        .addSubcommand(new GenerateCompletion())
        .addSubcommand(new HelpCommand())
        .setExecutionExceptionHandler(new Failures())
        .setParameterExceptionHandler(new UsageFailures())
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command. Next: stt --help");
  }
}
