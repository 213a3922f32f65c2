package io.speechtotext.app.apikey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API key, without the hash that proves it: that never leaves this package.
 *
 * @param id internal
 * @param name unique
 * @param description in its owner's words; null for none
 * @param isActive whether it lets anybody in
 * @param isAdmin whether it may administer
 * @param rateLimitPerHour requests in an hour; null for no limit
 * @param createdAt when it was made
 * @param lastUsedAt when it was last used; null for never
 * @param expiresAt when it ends; null for never
 */
public record ApiKey(
    int id,
    String name,
    @Nullable String description,
    boolean isActive,
    boolean isAdmin,
    @Nullable Integer rateLimitPerHour,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant expiresAt) {

  static ApiKey of(io.speechtotext.jooq.tables.pojos.ApiKey row) {
    return new ApiKey(
        row.id(),
        row.name(),
        row.description(),
        row.isActive(),
        row.isAdmin(),
        row.rateLimit(),
        row.createdAt(),
        row.lastUsedAt(),
        row.expiresAt());
  }
}
