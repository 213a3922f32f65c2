package io.speechtotext.app.cli.db;

import io.speechtotext.app.cli.Console;
import io.speechtotext.app.cli.Workplace;
import io.speechtotext.migrator.Migrator;
import io.speechtotext.migrator.MigratorSettings;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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

  /** For what only looks at the database. */
  final Migrator migrator() {
    return new Migrator(workplace.database(), workplace.migrations());
  }

  /** For what changes the database; it tells the console what it does. */
  final Migrator migrator(Supplier<MigratorSettings> options) {
    return new Migrator(
        workplace.database(), workplace.migrations(), arguments(options), new Progress(console()));
  }

  /** What {@code call} returns; what it says of its arguments is about the command's. */
  final <T> T arguments(Supplier<T> call) {
    try {
      return call.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** An error in how the command was called. */
  final ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
