package io.speechtotext.migrator;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one way down did, and where the database stands after it.
 *
 * @param undone newest first; empty when nothing was to be done
 * @param version the newest version that is still applied; null when none is
 * @param duration from call to return
 */
public record UndoRun(List<UndoneMigration> undone, @Nullable Version version, Duration duration) {

  /** Copies the list. */
  public UndoRun {
    undone = List.copyOf(undone);
  }
}
