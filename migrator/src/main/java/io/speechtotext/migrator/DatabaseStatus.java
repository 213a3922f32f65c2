package io.speechtotext.migrator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a database stands.
 *
 * @param managed whether it has a history of migrations
 * @param empty whether its schema holds no table or view but that history; false and not managed
 *     means that another tool made them
 * @param version the newest version that is applied; null when none is
 * @param pending what this release would apply, in order
 * @param unknown the versions that are applied, and that this release does not know
 * @param unfinished the versions whose script, or its undo, ran outside a transaction and did not
 *     end; half undone, a version still counts as applied
 */
public record DatabaseStatus(
    boolean managed,
    boolean empty,
    @Nullable Version version,
    List<Migration> pending,
    List<Version> unknown,
    List<Version> unfinished) {

  /** Copies the lists. */
  public DatabaseStatus {
    pending = List.copyOf(pending);
    unknown = List.copyOf(unknown);
    unfinished = List.copyOf(unfinished);
  }
}
