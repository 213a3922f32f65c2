package io.speechtotext.app.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the last attempt at a job went, or goes. How many there were is in {@link JobSummary}.
 *
 * @param worker who had or has the job; null before the first attempt, and for the old service
 * @param leaseExpiresAt until when; null while nobody has it
 * @param nextAttemptAt when it is, or was, due
 * @param errorCode why the attempt did not succeed; null when it did, and for the old service's
 * @param errorMessage the same in words, those of the old service included
 * @param errorDetail the same for operators, such as a stack trace
 */
public record LastAttempt(
    @Nullable String worker,
    @Nullable Instant leaseExpiresAt,
    Instant nextAttemptAt,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    @Nullable String errorDetail) {}
