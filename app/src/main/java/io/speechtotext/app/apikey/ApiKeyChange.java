package io.speechtotext.app.apikey;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a key. What is not mentioned stays; what is set to null is cleared. Immutable.
 */
public final class ApiKeyChange {

  /** A value to be written, which may be NULL. */
  record Edit<T>(@Nullable T value) {}

  private static final ApiKeyChange NONE =
      new ApiKeyChange(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final Optional<String> name;
  private final Optional<Edit<String>> description;
  private final Optional<Boolean> active;
  private final Optional<Boolean> admin;
  private final Optional<Edit<Integer>> rateLimit;
  private final Optional<Edit<Instant>> expiresAt;

  private ApiKeyChange(
      Optional<String> name,
      Optional<Edit<String>> description,
      Optional<Boolean> active,
      Optional<Boolean> admin,
      Optional<Edit<Integer>> rateLimit,
      Optional<Edit<Instant>> expiresAt) {
    this.name = name;
    this.description = description;
    this.active = active;
    this.admin = admin;
    this.rateLimit = rateLimit;
    this.expiresAt = expiresAt;
  }

  /** Leaves everything as it is: where each change begins. */
  public static ApiKeyChange none() {
    return NONE;
  }

  /**
   * Whether it changes nothing; to write a value that is there already is a change all the same.
   */
  boolean isNone() {
    return this == NONE;
  }

  /** Another name, 1 to 255 characters; blanks around it are dropped. */
  public ApiKeyChange name(String newName) {
    return new ApiKeyChange(
        Optional.of(ApiKeyRules.name(newName)), description, active, admin, rateLimit, expiresAt);
  }

  /** Another description, up to 1000 characters; null clears it. */
  public ApiKeyChange description(@Nullable String text) {
    return new ApiKeyChange(
        name,
        Optional.of(new Edit<>(ApiKeyRules.description(text))),
        active,
        admin,
        rateLimit,
        expiresAt);
  }

  /** Whether it lets anybody in. */
  public ApiKeyChange active(boolean lets) {
    return new ApiKeyChange(name, description, Optional.of(lets), admin, rateLimit, expiresAt);
  }

  /** Whether it may administer. */
  public ApiKeyChange admin(boolean may) {
    return new ApiKeyChange(name, description, active, Optional.of(may), rateLimit, expiresAt);
  }

  /** Another limit, 1 to 10,000 requests in an hour; null for none. */
  public ApiKeyChange rateLimitPerHour(@Nullable Integer limit) {
    return new ApiKeyChange(
        name,
        description,
        active,
        admin,
        Optional.of(new Edit<>(ApiKeyRules.rateLimit(limit))),
        expiresAt);
  }

  /** Another end; null for none. */
  public ApiKeyChange expiresAt(@Nullable Instant end) {
    return new ApiKeyChange(
        name, description, active, admin, rateLimit, Optional.of(new Edit<>(end)));
  }

  Optional<String> name() {
    return name;
  }

  Optional<Edit<String>> description() {
    return description;
  }

  Optional<Boolean> active() {
    return active;
  }

  Optional<Boolean> admin() {
    return admin;
  }

  Optional<Edit<Integer>> rateLimit() {
    return rateLimit;
  }

  Optional<Edit<Instant>> expiresAt() {
    return expiresAt;
  }
}
