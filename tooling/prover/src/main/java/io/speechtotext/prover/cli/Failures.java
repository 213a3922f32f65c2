package io.speechtotext.prover.cli;

import io.speechtotext.prover.source.InvalidDirectoryException;
import io.speechtotext.throwaway.ThrowawayPostgresException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in the failure's own words, and chooses the exit code. */
final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    Console console = new Console(command);
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof InvalidDirectoryException) {
      console.problem(message);
      return ExitCode.USAGE;
    }
    if (failure instanceof ThrowawayPostgresException
        || failure instanceof UnavailableHistoryException) {
      console.problem(message);
    } else if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      console.problem(
          "The report cannot be written: %s (%s). Next: name another directory with --report"
              .formatted(message, failure.getClass().getSimpleName()));
    } else if (failure instanceof SQLException) {
      console.problem(
          "The server failed, and the proof cannot go on: "
              + message
              + ". Next: run it again, or on another server with -Dthrowaway.postgres");
    } else {
      console.trace(failure);
    }
    return ExitCode.UNAVAILABLE;
  }
}
