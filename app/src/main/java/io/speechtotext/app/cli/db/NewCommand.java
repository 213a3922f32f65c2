package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.Console;
import io.speechtotext.app.cli.ExitCode;
import io.speechtotext.migrator.scaffold.NewMigration;
import java.io.IOException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stt db new}: begins a migration. */
@Command(
    name = "new",
    description = "Writes the next migration and its undo from a template, for you to fill in.",
    mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DESCRIPTION",
      description = "What it does, in a few words: \"add speaker labels\".")
  private String description = "";

  @Option(
      names = "--directory",
      paramLabel = "DIRECTORY",
      description = "Where the migrations are (default: ${DEFAULT-VALUE}).",
      defaultValue = "schema/src/main/resources/db/migration")
  private Path directory = Path.of("");

  @Override
  public Integer call() {
    try {
      NewMigration.in(directory, description)
          .forEach(file -> new Console(spec.commandLine()).say(file.toString()));
      return ExitCode.DONE;
    } catch (NotDirectoryException e) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no directory "
              + directory
              + ". Next: run this in the project's directory, or name another with --directory",
          e);
    } catch (IOException e) {
      new Console(spec.commandLine()).problem("No file was written: " + e);
      return ExitCode.FAILED;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
