package io.speechtotext.app.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of a job.
 *
 * @param text after post-processing; the model's own where there was none
 * @param rawText as the model returned it; null when that was not kept
 * @param lexiconVersion of the lexicon that was applied; null when not recorded
 * @param processingTime how long the work took; null when not measured
 * @param quality how far to trust the text
 */
public record Transcript(
    String text,
    @Nullable String rawText,
    @Nullable String lexiconVersion,
    @Nullable Duration processingTime,
    Quality quality) {}
