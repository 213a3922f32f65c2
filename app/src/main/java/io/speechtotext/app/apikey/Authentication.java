package io.speechtotext.app.apikey;

import java.util.Optional;

/** What came of a key that somebody sent. */
public sealed interface Authentication {

  /**
   * The key is good, and this request was counted.
   *
   * @param quota what is left of its limit; empty when it has none
   */
  record Authenticated(ApiKey key, Optional<Quota> quota) implements Authentication {}

  /**
   * The key is good, and has had all its requests of this hour. This one was not counted.
   *
   * @param quota its limit, of which nothing remains
   */
  record RateLimited(Quota quota) implements Authentication {}

  /**
   * The key lets nobody in. Whether it is malformed, unknown, withdrawn or expired is not said:
   * whoever tries keys learns nothing from the answer.
   */
  record Unknown() implements Authentication {}
}
