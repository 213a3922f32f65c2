package io.speechtotext.examples.service.http;

import io.javalin.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 has it, {@code application/problem+json}.
 *
 * @param title what the status means, the same for every such error
 * @param status the same as in the answer's first line
 * @param detail what was the matter this time, in words for the client's developer; null when only
 *     the log may say
 * @param requestId what to quote when asking about it
 */
record Problem(String title, int status, @Nullable String detail, String requestId) {

  static final String CONTENT_TYPE = "application/problem+json";

  static Problem of(HttpStatus status, @Nullable String detail, String requestId) {
    return new Problem(status.getMessage(), status.getCode(), detail, requestId);
  }
}
