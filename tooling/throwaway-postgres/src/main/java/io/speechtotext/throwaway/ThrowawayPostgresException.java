package io.speechtotext.throwaway;

/**
 * No throwaway server can be had. The message names the rung, the cause and what to type next; it
 * never holds a password.
 */
public final class ThrowawayPostgresException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** States {@code problem}, and the next step for the person who reads it. */
  public ThrowawayPostgresException(String problem, String nextStep) {
    super(problem + "\n  Next: " + nextStep);
  }

  /** As above, for a problem with an underlying cause. */
  public ThrowawayPostgresException(String problem, String nextStep, Throwable cause) {
    super(problem + "\n  Next: " + nextStep, cause);
  }
}
