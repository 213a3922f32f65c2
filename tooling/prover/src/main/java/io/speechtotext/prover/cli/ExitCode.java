package io.speechtotext.prover.cli;

/** What a process of {@code prove} ends with, for scripts to tell results apart. */
final class ExitCode {

  /** Nothing was found that fails. */
  static final int PROVEN = 0;

  /** A migration breaks a rule, or could not be proven. */
  static final int FOUND = 1;

  /** The command line cannot be understood, or the directory is none of migrations. */
  static final int USAGE = 2;

  /** No server, or something else that the proof needs, can be had. */
  static final int UNAVAILABLE = 3;

  private ExitCode() {}
}
