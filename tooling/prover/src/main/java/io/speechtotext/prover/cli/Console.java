package io.speechtotext.prover.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Where the command writes to: results to standard output, problems to standard error. */
final class Console {

  private final CommandLine command;

  Console(CommandLine command) {
    this.command = command;
  }

  /** One line of the result. */
  void say(String line) {
    command.getOut().println(line);
    command.getOut().flush();
  }

  /** A line beside the result. */
  void note(String line) {
    command.getErr().println(line);
    command.getErr().flush();
  }

  /** What went wrong, and what to do next. */
  void problem(String text) {
    note(styled("prove:", Style.fg_red) + " " + text);
  }

  /** A failure that nobody foresaw, with all that is known of it. */
  void trace(Exception failure) {
    problem("this should not happen, and is worth a bug report: " + failure);
    failure.printStackTrace(command.getErr());
    command.getErr().flush();
  }

  String good(String text) {
    return styled(text, Style.fg_green);
  }

  String bad(String text) {
    return styled(text, Style.fg_red);
  }

  String doubtful(String text) {
    return styled(text, Style.fg_yellow);
  }

  String faint(String text) {
    return styled(text, Style.faint);
  }

  // Not markup within the text, which may hold anything.
  private String styled(String text, IStyle style) {
    Ansi ansi = command.getColorScheme().ansi();
    return ansi.enabled() ? style.on() + text + style.off() : text;
  }
}
