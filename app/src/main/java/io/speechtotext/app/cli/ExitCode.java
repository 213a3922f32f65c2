package io.speechtotext.app.cli;

/** What a process of {@code stt} ends with, for scripts to tell results apart. */
public final class ExitCode {

  /** The command did what it was asked, or had nothing to do. */
  public static final int DONE = 0;

  /** Something went wrong: the server, a migration, a file. */
  public static final int FAILED = 1;

  /** The command line cannot be understood, or this is not the place to run it. */
  public static final int USAGE = 2;

  /** A check found a difference. */
  public static final int DIFFERENT = 3;

  /** Going on would have lost data, or taken something for what it is not. */
  public static final int REFUSED = 4;

  private ExitCode() {}
}
