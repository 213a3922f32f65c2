package io.speechtotext.prover.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a few lines what is wrong with a command line; the whole help would bury it. */
final class UsageFailures implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    Console console = new Console(command);
    console.problem(String.valueOf(failure.getMessage()));
    UnmatchedArgumentException.printSuggestions(failure, command.getErr());
    if (!String.valueOf(failure.getMessage()).contains("Next: ")) {
      console.note("Next: prove --help");
    }
    return ExitCode.USAGE;
  }
}
