package io.speechtotext.examples.service.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.speechtotext.app.failure.DataException;
import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.failure.NotFoundException;
import io.speechtotext.app.failure.UnavailableException;
import io.speechtotext.app.failure.UnavailableException.Outcome;
import io.speechtotext.app.failure.UnexpectedFailureException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What clients are told of a failure: enough to act on it, and nothing of the inside. */
final class Problems {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private static final String RETRY_AFTER_SECONDS = "5";

  private static final Map<Outcome, String> UNAVAILABLE =
      Map.of(
          Outcome.NOT_DONE, "The database does not answer at the moment; nothing was done",
          Outcome.UNKNOWN, "The database does not answer at the moment; it may have been done");

  private Problems() {}

  static void handle(RoutesConfig routes) {
    routes.exception(HttpResponseException.class, Problems::answer);
    routes.exception(DataException.class, Problems::answer);
    routes.exception(Exception.class, Problems::unexpected);
  }

  private static void answer(HttpResponseException refusal, Context request) {
    // Of 405; Javalin's details go no further otherwise.
    Optional.ofNullable(refusal.getDetails().get("availableMethods"))
        .ifPresent(methods -> request.header(Header.ALLOW, methods));
    write(request, HttpStatus.forStatus(refusal.getStatus()), refusal.getMessage());
  }

  private static void answer(DataException failure, Context request) {
    if (failure instanceof UnavailableException away) {
      unavailable(away, request);
    } else if (failure instanceof UnexpectedFailureException defect) {
      unexpected(defect, request);
    } else {
      write(request, status(failure), failure.getMessage());
    }
  }

  private static HttpStatus status(DataException failure) {
    if (failure instanceof NotFoundException) {
      return HttpStatus.NOT_FOUND;
    }
    return failure instanceof InvalidValueException
        ? HttpStatus.UNPROCESSABLE_CONTENT
        // A ConflictException or a RefusedTransitionException: something there stands against it.
        : HttpStatus.CONFLICT;
  }

  private static void unavailable(UnavailableException failure, Context request) {
    log.warn("{} {}: {}", request.method(), request.path(), failure.getMessage());
    request.header(Header.RETRY_AFTER, RETRY_AFTER_SECONDS);
    write(request, HttpStatus.SERVICE_UNAVAILABLE, UNAVAILABLE.get(failure.outcome()));
  }

  private static void unexpected(Exception failure, Context request) {
    log.error("{} {} failed", request.method(), request.path(), failure);
    write(request, HttpStatus.INTERNAL_SERVER_ERROR, null);
  }

  private static void write(Context request, HttpStatus status, @Nullable String detail) {
    request
        .status(status)
        .json(Problem.of(status, detail, RequestId.of(request)))
        .contentType(Problem.CONTENT_TYPE);
  }
}
