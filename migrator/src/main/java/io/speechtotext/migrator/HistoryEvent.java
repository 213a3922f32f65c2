package io.speechtotext.migrator;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a database.
 *
 * @param version what it was about; null when that was no version
 * @param script the name of the {@code V} file, of an undo too
 * @param by who did it: a role, or the tool that the database was taken over from
 * @param at when it was noted; null only when another tool left that out
 * @param duration in whole milliseconds; zero when nothing was run
 */
public record HistoryEvent(
    Kind kind,
    @Nullable Version version,
    String description,
    String script,
    String by,
    @Nullable Instant at,
    Duration duration) {

  /** What can be done. */
  public enum Kind {
    /** A migration was applied. */
    APPLIED,
    /** A migration was undone. */
    UNDONE,
    /** Another tool had applied it, and its work was taken over. */
    ADOPTED,
    /** A script, or an undo, that runs outside a transaction was begun, and did not end. */
    UNFINISHED,
    /** What another tool wrote into the history, and this module never does. */
    OTHER
  }
}
