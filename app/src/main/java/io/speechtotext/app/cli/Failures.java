package io.speechtotext.app.cli;

import io.speechtotext.app.config.ConfigurationException;
import io.speechtotext.app.failure.ConflictException;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.failure.NotFoundException;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.migrator.AdoptionRefusedException;
import io.speechtotext.migrator.DataLossException;
import io.speechtotext.migrator.DatabaseUnavailableException;
import io.speechtotext.migrator.GrantRefusedException;
import io.speechtotext.migrator.HistoryConflictException;
import io.speechtotext.migrator.InvalidMigrationsException;
import io.speechtotext.migrator.MigrationFailedException;
import io.speechtotext.migrator.PoolerException;
import io.speechtotext.migrator.WaitExpiredException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in the failure's own words, and chooses the exit code. */
final class Failures implements IExecutionExceptionHandler {

  private static final Map<Class<? extends Exception>, Integer> KNOWN =
      Map.ofEntries(
          Map.entry(ConfigurationException.class, ExitCode.USAGE),
          Map.entry(PoolerException.class, ExitCode.USAGE),
          Map.entry(GrantRefusedException.class, ExitCode.USAGE),
          Map.entry(InvalidMigrationsException.class, ExitCode.FAILED),
          Map.entry(MigrationFailedException.class, ExitCode.FAILED),
          Map.entry(HistoryConflictException.class, ExitCode.FAILED),
          Map.entry(DatabaseUnavailableException.class, ExitCode.FAILED),
          Map.entry(WaitExpiredException.class, ExitCode.FAILED),
          Map.entry(
              io.speechtotext.app.database.DatabaseUnavailableException.class, ExitCode.FAILED),
          Map.entry(UnavailableException.class, ExitCode.FAILED),
          Map.entry(NotFoundException.class, ExitCode.FAILED),
          Map.entry(ConflictException.class, ExitCode.REFUSED),
          Map.entry(InvalidValueException.class, ExitCode.USAGE),
          Map.entry(DataLossException.class, ExitCode.REFUSED),
          Map.entry(AdoptionRefusedException.class, ExitCode.REFUSED));

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    Console console = new Console(command);
    Integer known = KNOWN.get(failure.getClass());
    if (known == null) {
      console.trace(failure);
      return ExitCode.FAILED;
    }
    console.problem(String.valueOf(failure.getMessage()));
    return known;
  }
}
