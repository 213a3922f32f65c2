package io.speechtotext.app.cli.db;

import picocli.CommandLine.Option;

/** For commands that list something. */
final class JsonOption {

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean wanted;

  boolean isWanted() {
    return wanted;
  }
}
