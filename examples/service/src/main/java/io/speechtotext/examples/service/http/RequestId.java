package io.speechtotext.examples.service.http;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * What one request is called in the answer, in an error's body and in every line of the log, so
 * that a client's complaint leads to what happened.
 */
final class RequestId {

  static final String HEADER = "X-Request-Id";

  private static final String KEY = "request";

  // A client's own id is kept, as long as it cannot forge a line of the log.
  private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private RequestId() {}

  /** Names the request that this thread begins to serve. */
  static void begin(Context request) {
    String id =
        Optional.ofNullable(request.header(HEADER))
            .filter(given -> ACCEPTABLE.matcher(given).matches())
            .orElseGet(() -> UUID.randomUUID().toString());
    MDC.put(KEY, id);
    request.attribute(KEY, id);
    request.header(HEADER, id);
  }

  /** The name that {@link #begin} gave. */
  static String of(Context request) {
    return Optional.<String>ofNullable(request.attribute(KEY)).orElse("");
  }

  /** This thread goes on to something else. */
  static void end() {
    MDC.remove(KEY);
  }
}
