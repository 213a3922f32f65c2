package io.speechtotext.prover.trace;

import java.util.HashMap;
import java.util.Map;

/**
 * What a statement did to the rows of a table.
 *
 * @param sequentialScans how often the table was read in full
 * @param inserted rows
 * @param updated rows
 * @param deleted rows
 */
public record Activity(long sequentialScans, long inserted, long updated, long deleted) {

  /** None at all. */
  public static final Activity NONE = new Activity(0, 0, 0, 0);

  /** What came on top between two counts by table; tables with nothing are not there. */
  static Map<Long, Activity> added(Map<Long, Activity> earlier, Map<Long, Activity> later) {
    Map<Long, Activity> added = new HashMap<>();
    later.forEach(
        (table, now) -> {
          Activity since = now.since(earlier.getOrDefault(table, NONE));
          if (!since.equals(NONE)) {
            added.put(table, since);
          }
        });
    return added;
  }

  private Activity since(Activity earlier) {
    return new Activity(
        sequentialScans - earlier.sequentialScans,
        inserted - earlier.inserted,
        updated - earlier.updated,
        deleted - earlier.deleted);
  }

  /** Whether the table was read in full, or rows of it written. */
  public boolean touchesRows() {
    return sequentialScans + inserted + updated + deleted > 0;
  }

  /** Whether rows that existed were changed or removed. */
  public boolean changesRows() {
    return updated + deleted > 0;
  }
}
