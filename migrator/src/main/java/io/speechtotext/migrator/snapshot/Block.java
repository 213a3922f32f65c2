package io.speechtotext.migrator.snapshot;

import java.util.List;

/**
 * An object of a schema with what belongs to it, such as a table with its columns.
 *
 * @param parts ordered by {@link Entry#BY_BYTES}
 */
record Block(Entry head, List<Entry> parts) {

  Block {
    parts = parts.stream().sorted(Entry.BY_BYTES).toList();
  }
}
