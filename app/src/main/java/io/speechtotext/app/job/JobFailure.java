package io.speechtotext.app.job;

import io.speechtotext.app.failure.InvalidValueException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why an attempt did not succeed. What the owner may read is kept apart from what they may not.
 *
 * @param isRetryable whether another attempt might
 * @param code for programs, 1 to 50 small letters, digits and underscores: {@code audio_unreadable}
 * @param message for the job's owner, up to 1000 characters; no stack trace
 * @param detail for operators, such as a stack trace; cut where it is longer than 100,000
 *     characters; null when there is none
 */
public record JobFailure(
    boolean isRetryable, String code, String message, @Nullable String detail) {

  private static final TextRule MESSAGE = new TextRule("job.errorMessage", 1000);
  private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,50}");
  private static final int MAX_DETAIL = 100_000;

  /**
   * Checks code and message, and makes the detail fit: a failure must not fail for its stack trace.
   *
   * @throws InvalidValueException when the database would not take the code or the message
   */
  public JobFailure {
    if (!CODE.matcher(code).matches()) {
      throw new InvalidValueException(
          "job.errorCode", "has 1 to 50 small letters, digits and underscores");
    }
    MESSAGE.checkNotBlank(message);
    detail = detail == null ? null : fitting(detail);
  }

  /** One that another attempt might not meet. */
  public static JobFailure retryable(String code, String message) {
    return new JobFailure(true, code, message, null);
  }

  /** One that every attempt would meet. */
  public static JobFailure terminal(String code, String message) {
    return new JobFailure(false, code, message, null);
  }

  /** The same, with something for operators. */
  public JobFailure withDetail(String other) {
    return new JobFailure(isRetryable, code, message, other);
  }

  private static String fitting(String text) {
    String printable = text.replace('\0', '\uFFFD');
    return printable.length() <= MAX_DETAIL ? printable : printable.substring(0, MAX_DETAIL);
  }
}
