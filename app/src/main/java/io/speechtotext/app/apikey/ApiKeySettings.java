package io.speechtotext.app.apikey;

import java.time.Duration;

/**
 * How keys are authenticated.
 *
 * @param legacyKeys whether keys of the old service that have no digest yet are tried with bcrypt
 * @param touchInterval how old {@code last_used_at} becomes before a use is written there; not
 *     negative
 */
public record ApiKeySettings(boolean legacyKeys, Duration touchInterval) {

  /** No keys of the old service; each use is known to the minute. */
  public static final ApiKeySettings DEFAULTS = new ApiKeySettings(false, Duration.ofMinutes(1));

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException when the interval is negative
   * @throws IllegalStateException when {@code legacyKeys} is on and the library for bcrypt is not
   *     on the class path
   */
  public ApiKeySettings {
    if (legacyKeys) {
      Bcrypt.load();
    }
    if (touchInterval.isNegative()) {
      throw new IllegalArgumentException(
          "The interval between touches is not negative, as is " + touchInterval);
    }
  }

  /** The same, with or without the old service's keys. */
  public ApiKeySettings withLegacyKeys(boolean wanted) {
    return new ApiKeySettings(wanted, touchInterval);
  }

  /** The same with another interval between two notes of a key's use. */
  public ApiKeySettings withTouchInterval(Duration interval) {
    return new ApiKeySettings(legacyKeys, interval);
  }
}
