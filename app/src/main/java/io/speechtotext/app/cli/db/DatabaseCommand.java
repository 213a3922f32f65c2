package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.Console;
import io.speechtotext.app.cli.Workplace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands have in common that use the database. */
@Command(mixinStandardHelpOptions = true)
abstract class DatabaseCommand implements Callable<Integer> {

  private final Workplace workplace;
  @Spec private CommandSpec spec = CommandSpec.create();

  DatabaseCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  final Workplace workplace() {
    return workplace;
  }

  final Console console() {
    return new Console(spec.commandLine());
  }

  /** An error in how the command was called. */
  final ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
