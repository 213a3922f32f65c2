package io.speechtotext.prover.cli;

import io.speechtotext.throwaway.ThrowawayPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs {@code prove} in this process. */
record Terminal(
    Supplier<ThrowawayPostgres> servers, Map<String, String> environment, Path directory) {

  /** What is printed, a line each, and the exit code if it is not 0. */
  Stream<String> run(String arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Prove.commandLine(servers, environment)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setUsageHelpAutoWidth(false);
    int code = command.execute(words(arguments));
    Stream<String> lines =
        Stream.concat(
            out.toString().lines(), err.toString().lines().map(line -> Case.ERROR + line));
    Stream<String> exit = code == 0 ? Stream.empty() : Stream.of("[exit " + code + "]");
    return Stream.concat(lines.map(this::masked), exit).map(String::stripTrailing);
  }

  private String[] words(String arguments) {
    return Stream.of(arguments.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.replace("<directory>", directory.toString()))
        .toArray(String[]::new);
  }

  // What differs from run to run and from machine to machine.
  private String masked(String line) {
    return line.replace(directory.toString(), "<directory>")
        .replaceAll("\\b\\d+ ms\\b", "<ms>")
        .replaceAll("(_in_millis\" :) \\d+", "$1 <ms>");
  }
}
