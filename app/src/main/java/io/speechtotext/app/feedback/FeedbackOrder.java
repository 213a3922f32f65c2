package io.speechtotext.app.feedback;

/**
 * The order of a list. Rows without the value come last, whichever way it goes; rows of one value
 * follow their ids, the same way.
 *
 * @param key by which value
 * @param isDescending whether the greatest comes first
 */
public record FeedbackOrder(Key key, boolean isDescending) {

  /** The newest first. */
  public static final FeedbackOrder NEWEST_FIRST = new FeedbackOrder(Key.CREATED_AT, true);

  /** A value that lists are ordered by. */
  public enum Key {
    /** When it first came in. */
    CREATED_AT,
    /** How right the original text was. */
    ACCURACY_SCORE,
    /** How much was changed. */
    EDIT_DISTANCE
  }

  /** The smallest first. */
  public static FeedbackOrder ascending(Key key) {
    return new FeedbackOrder(key, false);
  }

  /** The greatest first. */
  public static FeedbackOrder descending(Key key) {
    return new FeedbackOrder(key, true);
  }
}
