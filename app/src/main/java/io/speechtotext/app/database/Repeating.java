package io.speechtotext.app.database;

/**
 * Whether an operation may be done once more when nobody knows whether it was done. Decides what an
 * {@link io.speechtotext.app.failure.UnavailableException} tells the caller.
 */
public enum Repeating {
  /** Doing it twice has the effect of doing it once: it compares before it sets, or has a key. */
  SAFE,
  /** Doing it twice has twice the effect. */
  UNSAFE
}
