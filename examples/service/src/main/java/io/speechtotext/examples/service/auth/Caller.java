package io.speechtotext.examples.service.auth;

import io.javalin.http.Context;
import io.speechtotext.app.apikey.ApiKey;
import io.speechtotext.app.apikey.Authentication.Authenticated;
import io.speechtotext.app.apikey.Quota;
import java.util.Objects;
import java.util.Optional;

/**
 * Who sent a request.
 *
 * @param quota what is left to them in this hour; empty when they have no limit
 */
public record Caller(ApiKey key, Optional<Quota> quota) {

  private static final String ATTRIBUTE = "caller";
  private static final int SIGNATURE = 100;

  /** As much of the key's name as what it writes can note: 100 characters. */
  public String signature() {
    String name = key.name();
    return name.codePointCount(0, name.length()) <= SIGNATURE
        ? name
        : name.substring(0, name.offsetByCodePoints(0, SIGNATURE));
  }

  static void remember(Context request, Authenticated caller) {
    request.attribute(ATTRIBUTE, new Caller(caller.key(), caller.quota()));
  }

  /** Of a request that came through the {@link Guard} to a route for keys. */
  public static Caller of(Context request) {
    return Objects.requireNonNull(request.<Caller>attribute(ATTRIBUTE), "a route for anyone");
  }
}
