package io.speechtotext.app.apikey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API key, without the hashes that prove it: those never leave this package.
 *
 * @param id internal
 * @param name of the project or client that holds it; unique
 * @param prefix its first characters, by which people recognise it; null for a key of the old
 *     service that has not been used since
 * @param description in its owner's words; null for none
 * @param isActive whether it lets anybody in
 * @param isAdmin whether it may administer; no name and no metadata gives that right
 * @param rateLimitPerHour requests in each full hour of UTC; null for no limit
 * @param createdAt when it was made
 * @param updatedAt when it was last changed; its use does not change it
 * @param lastUsedAt when it was last used, up to a minute early; null for never
 * @param expiresAt from when on it lets nobody in; null for never
 */
public record ApiKey(
    int id,
    String name,
    @Nullable String prefix,
    @Nullable String description,
    boolean isActive,
    boolean isAdmin,
    @Nullable Integer rateLimitPerHour,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant expiresAt) {}
