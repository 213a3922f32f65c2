package io.speechtotext.app.job;

import org.jspecify.annotations.Nullable;

/**
 * A job as its owner may see it.
 *
 * @param summary all but its texts
 * @param transcript what came of it; null unless it is completed
 */
public record Job(JobSummary summary, @Nullable Transcript transcript) {}
