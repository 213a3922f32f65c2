package io.speechtotext.examples.service.auth;

import io.javalin.http.Context;
import io.speechtotext.app.apikey.Quota;
import io.speechtotext.examples.service.http.Access;
import io.speechtotext.examples.service.http.Route;
import io.speechtotext.examples.service.http.Routes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a key is, asked with that key. */
public final class KeyRoutes implements Routes {

  @Override
  public List<Route> routes() {
    return List.of(Route.get("/key", Access.KEY, this::key));
  }

  private void key(Context request) {
    request.json(KeyView.of(Caller.of(request)));
  }

  private record KeyView(
      String name,
      boolean isAdmin,
      @Nullable Instant expiresAt,
      @Nullable Integer rateLimit,
      @Nullable Integer remaining,
      @Nullable Instant resetAt) {

    static KeyView of(Caller caller) {
      return new KeyView(
          caller.key().name(),
          caller.key().isAdmin(),
          caller.key().expiresAt(),
          caller.quota().map(Quota::limit).orElse(null),
          caller.quota().map(Quota::remaining).orElse(null),
          caller.quota().map(Quota::resetsAt).orElse(null));
    }
  }
}
