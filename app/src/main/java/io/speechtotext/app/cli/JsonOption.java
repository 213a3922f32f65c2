package io.speechtotext.app.cli;

import picocli.CommandLine.Option;

/** For commands that list something. */
public final class JsonOption {

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean wanted;

  /** Whether it was given. */
  public boolean isWanted() {
    return wanted;
  }
}
