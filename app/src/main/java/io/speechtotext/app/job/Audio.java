package io.speechtotext.app.job;

import org.jspecify.annotations.Nullable;

/**
 * A recording; what is not known about it is null.
 *
 * @param filename as the client sent it, up to 500 characters
 * @param format the file's extension without the dot, up to 10 characters
 * @param durationSeconds its length
 * @param sizeBytes its file's size
 * @param storagePath where the service keeps it, up to 1000 characters; owners do not see it
 */
public record Audio(
    @Nullable String filename,
    @Nullable String format,
    @Nullable Double durationSeconds,
    @Nullable Long sizeBytes,
    @Nullable String storagePath) {

  /** A recording that nothing is known of. */
  public static final Audio UNKNOWN = new Audio(null, null, null, null, null);

  /** A file that the service keeps. */
  public static Audio keptAt(String storagePath) {
    return new Audio(null, null, null, null, storagePath);
  }

  /** What its owner may see. */
  Audio withoutStoragePath() {
    return new Audio(filename, format, durationSeconds, sizeBytes, null);
  }
}
