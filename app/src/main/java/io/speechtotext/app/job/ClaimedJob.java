package io.speechtotext.app.job;

import org.jspecify.annotations.Nullable;

/**
 * A job that a worker has taken.
 *
 * @param lease what the worker's writes take
 * @param attempt which attempt this is, from 1 upwards
 * @param audio what is to be turned into text, and where it is stored
 * @param options how; {@link JobOptions#maxAttempts} says whether there will be another attempt
 * @param rawText what the model returned in an earlier attempt; null when none got so far
 */
public record ClaimedJob(
    Lease lease, int attempt, Audio audio, JobOptions options, @Nullable String rawText) {}
