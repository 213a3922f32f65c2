package io.speechtotext.examples.service.auth;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.TooManyRequestsResponse;
import io.javalin.http.UnauthorizedResponse;
import io.speechtotext.app.apikey.ApiKeyRepository;
import io.speechtotext.app.apikey.Authentication;
import io.speechtotext.app.apikey.Authentication.Authenticated;
import io.speechtotext.app.apikey.Authentication.RateLimited;
import io.speechtotext.app.apikey.Quota;
import io.speechtotext.examples.service.http.Access;

/** Lets a request through to its route, or answers in its place. Thread-safe. */
public final class Guard implements Handler {

  // Nowhere else: what is in a URL ends up in logs and histories.
  private static final String KEY_HEADER = "X-API-Key";

  private final ApiKeyRepository keys;

  public Guard(ApiKeyRepository keys) {
    this.keys = keys;
  }

  @Override
  public void handle(Context request) {
    if (request.routeRoles().contains(Access.ADMIN)) {
      letIn(request);
      requireAdmin(Caller.of(request));
    } else if (request.routeRoles().contains(Access.KEY)) {
      letIn(request);
    }
  }

  private void letIn(Context request) {
    Authentication outcome = keys.authenticate(request.header(KEY_HEADER));
    if (outcome instanceof Authenticated caller) {
      caller.quota().ifPresent(quota -> show(request, quota));
      Caller.remember(request, caller);
    } else if (outcome instanceof RateLimited limited) {
      throw tooMany(request, limited.quota());
    } else {
      throw new UnauthorizedResponse(
          "There is no key in the header X-API-Key, or none that is let in");
    }
  }

  private static TooManyRequestsResponse tooMany(Context request, Quota quota) {
    show(request, quota);
    request.header(Header.RETRY_AFTER, seconds(quota));
    return new TooManyRequestsResponse(
        "The key has had its %d requests of this hour".formatted(quota.limit()));
  }

  private static void show(Context request, Quota quota) {
    request.header("X-RateLimit-Limit", Integer.toString(quota.limit()));
    request.header("X-RateLimit-Remaining", Integer.toString(quota.remaining()));
    request.header("X-RateLimit-Reset", Long.toString(quota.resetsAt().getEpochSecond()));
  }

  // Rounded up: a second too early is another refusal.
  private static String seconds(Quota quota) {
    return Long.toString(quota.resetsIn().plusMillis(999).toSeconds());
  }

  private static void requireAdmin(Caller caller) {
    if (!caller.key().isAdmin()) {
      throw new ForbiddenResponse("This needs an administrator's key");
    }
  }
}
