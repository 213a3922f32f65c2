package io.speechtotext.app.apikey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of the old service that was not used since, and still lets its client in only by way of
 * bcrypt.
 *
 * @param id internal
 * @param name of the project or client that holds it
 * @param lastUsedAt when it was last used; null for never
 * @param expiresAt when it ends; null for never
 * @param canMove whether its hash is one that can be verified; if not, the key has to be replaced
 * @param isTried whether it is among those that are tried at present, the {@value
 *     LegacyKeyRows#MOST_TRIED} last used ones
 */
public record LegacyApiKey(
    int id,
    String name,
    @Nullable Instant lastUsedAt,
    @Nullable Instant expiresAt,
    boolean canMove,
    boolean isTried) {}
