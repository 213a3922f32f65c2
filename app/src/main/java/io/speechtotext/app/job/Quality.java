package io.speechtotext.app.job;

import org.jspecify.annotations.Nullable;

/**
 * How far to trust a text; what was not measured is null.
 *
 * @param confidenceScore from 0 (not at all) to 1 (fully)
 * @param correctionCount how many places post-processing corrected
 * @param fuzzyMatchCount how many times it took a similar word for a term of the lexicon
 * @param metricsJson further figures, as the text of a JSON object
 */
public record Quality(
    @Nullable Double confidenceScore,
    @Nullable Integer correctionCount,
    @Nullable Integer fuzzyMatchCount,
    @Nullable String metricsJson) {

  /** Nothing was measured. */
  public static final Quality NOT_MEASURED = new Quality(null, null, null, null);
}
