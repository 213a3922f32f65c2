package io.speechtotext.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Where a command writes to: results to standard output, problems to standard error. */
public final class Console {

  private final CommandLine command;

  /** The console of one command. */
  public Console(CommandLine command) {
    this.command = command;
  }

  /** One line of the result. */
  public void say(String line) {
    command.getOut().println(line);
    command.getOut().flush();
  }

  /** A text as it is. */
  public void print(String text) {
    command.getOut().print(text);
    command.getOut().flush();
  }

  /** All of a listing for people. */
  public void say(Listing listing) {
    listing.lines().forEach(this::say);
  }

  /** A result for programs: maps, collections, numbers, booleans and texts. */
  public void json(@Nullable Object value) {
    say(Json.of(value));
  }

  /** A line beside the result, such as what is being waited for. */
  public void note(String line) {
    command.getErr().println(line);
    command.getErr().flush();
  }

  /** What went wrong, and what to do next. */
  public void problem(String text) {
    note(bad(command.getCommandSpec().qualifiedName() + ":") + " " + text);
  }

  /** A failure that nobody foresaw, with all that is known of it. */
  void trace(Exception failure) {
    problem("this should not happen, and is worth a bug report: " + failure);
    failure.printStackTrace(command.getErr());
    command.getErr().flush();
  }

  /** Green on a terminal. */
  public String good(String text) {
    return styled(text, Style.fg_green);
  }

  /** Red on a terminal. */
  public String bad(String text) {
    return styled(text, Style.fg_red);
  }

  /** Faint on a terminal. */
  public String faint(String text) {
    return styled(text, Style.faint);
  }

  // Not markup within the text, which may hold anything.
  private String styled(String text, IStyle style) {
    Ansi ansi = command.getColorScheme().ansi();
    return ansi.enabled() ? style.on() + text + style.off() : text;
  }
}
