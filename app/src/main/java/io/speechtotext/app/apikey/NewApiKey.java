package io.speechtotext.app.apikey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key to be created; it begins active.
 *
 * @param keyHash what proves the key, up to 128 characters; never the key itself
 * @param name unique, up to 255 characters
 * @param description in its owner's words; null for none
 * @param isAdmin whether it may administer
 * @param rateLimitPerHour requests in an hour; null for no limit
 * @param expiresAt when it ends; null for never
 */
public record NewApiKey(
    String keyHash,
    String name,
    @Nullable String description,
    boolean isAdmin,
    @Nullable Integer rateLimitPerHour,
    @Nullable Instant expiresAt) {

  /** An ordinary key without limits. */
  public static NewApiKey of(String keyHash, String name) {
    return new NewApiKey(keyHash, name, null, false, null, null);
  }

  /** Names the key, and leaves its hash out. */
  @Override
  public String toString() {
    return "NewApiKey[name=" + name + ", isAdmin=" + isAdmin + "]";
  }
}
