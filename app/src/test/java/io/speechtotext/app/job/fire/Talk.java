package io.speechtotext.app.job.fire;

import io.speechtotext.app.job.Audio;
import io.speechtotext.app.job.ClaimedJob;
import io.speechtotext.app.job.JobFailure;
import io.speechtotext.app.job.JobOptions;
import io.speechtotext.app.job.NewJob;
import io.speechtotext.app.job.Submitter;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A job of the test: its number decides how the work on it goes.
 *
 * @param number from 1 upwards
 */
record Talk(int number) {

  /** How many may be lost with their workers before one fails for it: more than there are. */
  private static final int ATTEMPTS = 1000;

  /** A request for it; each says the same. */
  NewJob request(int apiKeyId) {
    return NewJob.of(
            UUID.randomUUID(), new Audio("talk-" + number, null, null, null, "/audio/" + number))
        .by(Submitter.holding(apiKeyId).withClientKey("talk-" + number))
        .with(JobOptions.DEFAULTS.withMaxAttempts(ATTEMPTS));
  }

  static Talk of(ClaimedJob job) {
    return new Talk(Integer.parseInt(Objects.requireNonNull(job.audio().filename()).substring(5)));
  }

  /** How an attempt ends; empty when it succeeds. */
  Optional<JobFailure> failure(int attempt) {
    if (isUnreadable()) {
      return Optional.of(JobFailure.terminal("unreadable", "The file is no recording"));
    }
    return number % 10 == 1 && attempt == 1
        ? Optional.of(JobFailure.retryable("busy", "The model was busy"))
        : Optional.empty();
  }

  boolean isUnreadable() {
    return number % 50 == 0;
  }
}
