package io.speechtotext.app.job;

/**
 * Jobs whose leases were over.
 *
 * @param requeued how many wait for another attempt
 * @param failed how many had their last one
 */
public record Reaped(int requeued, int failed) {

  /** How many there were. */
  public int total() {
    return requeued + failed;
  }
}
