package io.speechtotext.migrator;

import io.speechtotext.migrator.guard.UndoneCopy;
import java.time.Duration;
import java.util.List;

/**
 * A migration that has just been undone.
 *
 * @param version which
 * @param description what its file's name says
 * @param duration how long the server took, in whole milliseconds, copies included
 * @param copies what was copied before it was dropped
 */
public record UndoneMigration(
    Version version, String description, Duration duration, List<UndoneCopy> copies) {

  /** Copies the list. */
  public UndoneMigration {
    copies = List.copyOf(copies);
  }
}
