package io.speechtotext.app.job;

import java.time.Duration;
import java.util.UUID;

/**
 * The right to work on a job for a time. Only a claim makes one, and every write of a worker takes
 * one: so nobody completes what they have not claimed. Immutable.
 */
public final class Lease {

  private final int id;
  private final UUID jobId;
  private final UUID token;
  private final Duration duration;

  Lease(int id, UUID jobId, UUID token, Duration duration) {
    this.id = id;
    this.jobId = jobId;
    this.token = token;
    this.duration = duration;
  }

  int id() {
    return id;
  }

  UUID token() {
    return token;
  }

  /** The job's public id. */
  public UUID jobId() {
    return jobId;
  }

  /** For how long it holds from the claim, and from each heartbeat. */
  public Duration duration() {
    return duration;
  }

  @Override
  public String toString() {
    return "lease of job " + jobId;
  }
}
