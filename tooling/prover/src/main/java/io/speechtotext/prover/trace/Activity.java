package io.speechtotext.prover.trace;

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

  /** What came on top since then. */
  Activity since(Activity earlier) {
    return new Activity(
        sequentialScans - earlier.sequentialScans,
        inserted - earlier.inserted,
        updated - earlier.updated,
        deleted - earlier.deleted);
  }

  /** Whether rows that existed were changed or removed. */
  public boolean changesRows() {
    return updated + deleted > 0;
  }
}
