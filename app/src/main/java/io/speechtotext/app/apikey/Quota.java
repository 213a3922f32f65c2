package io.speechtotext.app.apikey;

import java.time.Duration;
import java.time.Instant;

/**
 * How much of a key's limit is left: what {@code X-RateLimit-Limit}, {@code -Remaining} and {@code
 * -Reset} say.
 *
 * @param limit requests in each full hour of UTC
 * @param remaining requests that are left until then, from 0
 * @param resetsAt when the next hour begins, by the database's clock
 * @param resetsIn how long until then, for {@code Retry-After}: it holds also where the clocks of
 *     service and database differ
 */
public record Quota(int limit, int remaining, Instant resetsAt, Duration resetsIn) {}
