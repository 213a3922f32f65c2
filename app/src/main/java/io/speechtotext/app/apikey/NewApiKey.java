package io.speechtotext.app.apikey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key to be created; it begins active.
 *
 * @param name unique, 1 to 255 characters; blanks around it are dropped
 * @param description in its owner's words, up to 1000 characters; null for none
 * @param isAdmin whether it may administer
 * @param rateLimitPerHour requests in each full hour of UTC, 1 to 10,000; null for no limit
 * @param expiresAt from when on it lets nobody in; null for never
 */
public record NewApiKey(
    String name,
    @Nullable String description,
    boolean isAdmin,
    @Nullable Integer rateLimitPerHour,
    @Nullable Instant expiresAt) {

  /** What a key is limited to where nothing else is said: requests in an hour. */
  public static final int USUAL_RATE_LIMIT = 100;

  /**
   * Checks and trims.
   *
   * @throws io.speechtotext.app.failure.InvalidValueException when a value breaks its rule
   */
  public NewApiKey {
    name = ApiKeyRules.name(name);
    description = ApiKeyRules.description(description);
    rateLimitPerHour = ApiKeyRules.rateLimit(rateLimitPerHour);
  }

  /** An ordinary key with the usual limit that never expires. */
  public static NewApiKey named(String name) {
    return new NewApiKey(name, null, false, USUAL_RATE_LIMIT, null);
  }

  /** The same with this limit; null for none. */
  public NewApiKey withRateLimitPerHour(@Nullable Integer limit) {
    return new NewApiKey(name, description, isAdmin, limit, expiresAt);
  }

  /** The same with this end; null for none. */
  public NewApiKey withExpiresAt(@Nullable Instant end) {
    return new NewApiKey(name, description, isAdmin, rateLimitPerHour, end);
  }

  /** The same with the right to administer. */
  public NewApiKey withAdmin() {
    return new NewApiKey(name, description, true, rateLimitPerHour, expiresAt);
  }

  /** The same with this description; null for none. */
  public NewApiKey withDescription(@Nullable String text) {
    return new NewApiKey(name, text, isAdmin, rateLimitPerHour, expiresAt);
  }
}
