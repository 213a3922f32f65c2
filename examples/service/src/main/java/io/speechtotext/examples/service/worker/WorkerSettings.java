package io.speechtotext.examples.service.worker;

import java.time.Duration;

/**
 * How the workers of one process work.
 *
 * @param name what they are called in the table of jobs, up to 100 characters
 * @param threads how many jobs they have in hand at once; 0 for a process that only answers
 * @param lease for how long a job is theirs before they prolong it
 * @param poll how often they look for jobs, should no signal reach them
 * @param stopLimit how long running jobs may go on once they are told to stop
 * @param housekeeping how often they give back orphaned jobs and remove old recordings
 * @param retention how long the recording of a finished job is kept
 */
public record WorkerSettings(
    String name,
    int threads,
    Duration lease,
    Duration poll,
    Duration stopLimit,
    Duration housekeeping,
    Duration retention) {

  /** A name that tells processes apart: this machine's and the process's id. */
  public static String ownName() {
    String host = System.getenv().getOrDefault("HOSTNAME", "worker");
    return host + "/" + ProcessHandle.current().pid();
  }

  /** Thrice within a lease: two of them may be lost. */
  Duration heartbeat() {
    return lease.dividedBy(3);
  }
}
