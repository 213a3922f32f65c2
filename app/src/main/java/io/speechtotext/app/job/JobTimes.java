package io.speechtotext.app.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When things happened to a job, by the database's clock.
 *
 * @param createdAt when it was submitted
 * @param startedAt when a worker first took it; null when none did
 * @param completedAt when it was completed, failed for good or was cancelled; null until then
 */
public record JobTimes(
    Instant createdAt, @Nullable Instant startedAt, @Nullable Instant completedAt) {}
