package io.speechtotext.migrator;

import org.jspecify.annotations.Nullable;

/** What was waited for did not come in time. Nothing was changed. */
public final class WaitExpiredException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Time is up.
   *
   * @param message what was waited for, how long, and the next step
   * @param cause the last failure; null when there was none
   */
  public WaitExpiredException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
