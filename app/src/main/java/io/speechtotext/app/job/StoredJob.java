package io.speechtotext.app.job;

import org.jspecify.annotations.Nullable;

/**
 * A job as the service itself sees it.
 *
 * @param job what its owner may see of it
 * @param apiKeyId its owner; null when it was submitted without a key
 * @param submittedBy who submitted it, for people
 * @param audioStoragePath where the service keeps the file; null when it keeps none any more
 * @param lastAttempt what came of it so far
 */
public record StoredJob(
    Job job,
    @Nullable Integer apiKeyId,
    @Nullable String submittedBy,
    @Nullable String audioStoragePath,
    LastAttempt lastAttempt) {

  /** Where it stands. */
  public JobStatus status() {
    return job.summary().status();
  }
}
