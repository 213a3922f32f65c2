package io.speechtotext.app.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a worker made of a job.
 *
 * @param text after post-processing
 * @param lexiconVersion of the lexicon that was applied, up to 50 characters; null when none was
 * @param processingTime how long the work took; null when not measured
 * @param audioSeconds how long the recording is; null keeps what is known of it
 * @param quality how far to trust the text
 */
public record Completion(
    String text,
    @Nullable String lexiconVersion,
    @Nullable Duration processingTime,
    @Nullable Double audioSeconds,
    Quality quality) {

  private static final TextRule TEXT = new TextRule("job.text", Integer.MAX_VALUE);
  private static final TextRule LEXICON_VERSION = new TextRule("job.lexiconVersion", 50);
  private static final NumberRule PROCESSING = NumberRule.notNegative("job.processingTime");
  private static final NumberRule AUDIO = NumberRule.notNegative("audio.durationSeconds");
  private static final NumberRule SCORE = new NumberRule("job.confidenceScore", 0, 1);
  private static final NumberRule CORRECTIONS = NumberRule.notNegative("job.correctionCount");
  private static final NumberRule MATCHES = NumberRule.notNegative("job.fuzzyMatchCount");

  /**
   * Checks all values but the JSON.
   *
   * @throws io.speechtotext.app.failure.InvalidValueException when the database would not take one
   */
  public Completion {
    TEXT.check(text);
    LEXICON_VERSION.check(lexiconVersion);
    PROCESSING.check(processingTime == null ? null : processingTime.toMillis());
    AUDIO.check(audioSeconds);
    SCORE.check(quality.confidenceScore());
    CORRECTIONS.check(quality.correctionCount());
    MATCHES.check(quality.fuzzyMatchCount());
  }

  /** A text of which nothing else is known. */
  public static Completion of(String text) {
    return new Completion(text, null, null, null, Quality.NOT_MEASURED);
  }

  /** The same, by a version of a lexicon. */
  public Completion withLexiconVersion(String other) {
    return new Completion(text, other, processingTime, audioSeconds, quality);
  }

  /** The same, after so much work on so much audio. */
  public Completion measured(Duration work, double secondsOfAudio) {
    return new Completion(text, lexiconVersion, work, secondsOfAudio, quality);
  }

  /** The same, to be trusted so far. */
  public Completion withQuality(Quality other) {
    return new Completion(text, lexiconVersion, processingTime, audioSeconds, other);
  }
}
