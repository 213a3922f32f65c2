package io.speechtotext.migrator.repair;

import io.speechtotext.migrator.Version;

/**
 * Something in the history that repair mends.
 *
 * @param kind what sort of thing
 * @param version whose
 * @param script the file that it is about
 * @param mending for people: what is wrong, and what repair does about it, in one line
 */
public record Defect(Kind kind, Version version, String script, String mending) {

  /** The sorts of defects. */
  public enum Kind {
    /** The history tells of another text or description of the file than there is now. */
    DIFFERENT_FILE,
    /** A script that runs outside a transaction did not end. */
    UNFINISHED
  }
}
