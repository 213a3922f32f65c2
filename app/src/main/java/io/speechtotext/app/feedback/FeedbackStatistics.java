package io.speechtotext.app.feedback;

import java.util.List;
import java.util.Map;

/**
 * How much feedback there is of each sort, all counted at one moment.
 *
 * @param total all of it
 * @param byStatus for each status, also those that nothing has
 * @param byType for each type, also those that nothing has
 * @param withoutType of which no type was stated
 * @param processed that was put to use
 * @param unprocessed that was not
 * @param byAccuracy for each band of the accuracy score, from the lowest up
 * @param withoutAccuracy that has no accuracy score
 */
public record FeedbackStatistics(
    long total,
    Map<FeedbackStatus, Long> byStatus,
    Map<FeedbackType, Long> byType,
    long withoutType,
    long processed,
    long unprocessed,
    List<AccuracyCount> byAccuracy,
    long withoutAccuracy) {

  /** Copies the collections. */
  public FeedbackStatistics {
    byStatus = Map.copyOf(byStatus);
    byType = Map.copyOf(byType);
    byAccuracy = List.copyOf(byAccuracy);
  }

  /**
   * How much feedback has an accuracy score in a band.
   *
   * @param from the least score in it
   * @param to the score at which it ends: the first one above it, but 1 is in the last band
   * @param count how much
   */
  public record AccuracyCount(double from, double to, long count) {}
}
