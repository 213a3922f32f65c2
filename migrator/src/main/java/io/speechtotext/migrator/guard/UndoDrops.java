package io.speechtotext.migrator.guard;

import io.speechtotext.migrator.Version;
import java.util.List;

/**
 * What one undo drops.
 *
 * @param version the version that it undoes
 * @param drops as {@link DropReader} found them
 */
public record UndoDrops(Version version, List<Drop> drops) {

  /** Copies the list. */
  public UndoDrops {
    drops = List.copyOf(drops);
  }
}
