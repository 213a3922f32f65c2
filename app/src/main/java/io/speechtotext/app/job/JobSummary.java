package io.speechtotext.app.job;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as its owner may see it, without its texts.
 *
 * @param jobId its public id
 * @param status how far it is
 * @param audio its recording; where that is stored is left out
 * @param options how it is to be done
 * @param attempts how many times a worker has taken it
 * @param times when
 * @param error why it failed; null unless it did
 */
public record JobSummary(
    UUID jobId,
    JobStatus status,
    Audio audio,
    JobOptions options,
    int attempts,
    JobTimes times,
    @Nullable JobError error) {}
