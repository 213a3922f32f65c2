package io.speechtotext.app.apikey;

import io.speechtotext.app.failure.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** What people may write into an API key. Rows of the old service are not held to it. */
final class ApiKeyRules {

  static final int LONGEST_NAME = 255;
  static final int LONGEST_DESCRIPTION = 1000;
  static final int HIGHEST_RATE_LIMIT = 10_000;

  private ApiKeyRules() {}

  /** A name without the blanks around it. */
  static String name(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty()) {
      throw new InvalidValueException("apiKey.name", "must not be blank");
    }
    return storable("apiKey.name", stripped, LONGEST_NAME);
  }

  /** A description without the blanks around it; null when nothing is left. */
  static @Nullable String description(@Nullable String description) {
    return description == null || description.isBlank()
        ? null
        : storable("apiKey.description", description.strip(), LONGEST_DESCRIPTION);
  }

  /** Requests in an hour; null for no limit. */
  static @Nullable Integer rateLimit(@Nullable Integer perHour) {
    if (perHour != null && (perHour < 1 || perHour > HIGHEST_RATE_LIMIT)) {
      throw new InvalidValueException(
          "apiKey.rateLimitPerHour",
          "must be from 1 to %d, not %d".formatted(HIGHEST_RATE_LIMIT, perHour));
    }
    return perHour;
  }

  // In characters as PostgreSQL counts them; it stores no NUL.
  private static String storable(String field, String text, int longest) {
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      throw new InvalidValueException(
          field, "has at most %d characters, not %d".formatted(longest, length));
    }
    if (text.indexOf('\0') >= 0) {
      throw new InvalidValueException(field, "must not hold the character U+0000");
    }
    return text;
  }
}
