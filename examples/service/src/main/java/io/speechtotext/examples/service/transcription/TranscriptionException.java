package io.speechtotext.examples.service.transcription;

import org.jspecify.annotations.Nullable;

/** There are no words to be had from a recording. */
public final class TranscriptionException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final boolean worthRetrying;

  private TranscriptionException(
      String code, String message, boolean worthRetrying, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.worthRetrying = worthRetrying;
  }

  /**
   * It will fail every time.
   *
   * @param code for programs, such as {@code audio_unreadable}
   * @param message for the owner of the job
   */
  public static TranscriptionException lasting(String code, String message) {
    return new TranscriptionException(code, message, false, null);
  }

  /** As above; it may go well another time. */
  public static TranscriptionException passing(String code, String message, Throwable cause) {
    return new TranscriptionException(code, message, true, cause);
  }

  public String code() {
    return code;
  }

  public boolean isWorthRetrying() {
    return worthRetrying;
  }

  /** Never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
