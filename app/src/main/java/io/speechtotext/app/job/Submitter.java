package io.speechtotext.app.job;

import org.jspecify.annotations.Nullable;

/**
 * Who submits a job.
 *
 * @param apiKeyId the id of the key that it is submitted with, and belongs to; null for a job of
 *     the service's own
 * @param clientKey by which the client repeats its request without making a second job, 1 to 100
 *     characters of its choice; null when it gave none
 * @param name who it is, up to 100 characters; null when not known
 */
public record Submitter(
    @Nullable Integer apiKeyId, @Nullable String clientKey, @Nullable String name) {

  /** The service itself. */
  public static final Submitter SERVICE = new Submitter(null, null, null);

  /** Whoever holds that key. */
  public static Submitter holding(int apiKeyId) {
    return new Submitter(apiKeyId, null, null);
  }

  /** The same, with a key for this request. */
  public Submitter withClientKey(String other) {
    return new Submitter(apiKeyId, other, name);
  }

  /** The same, by name. */
  public Submitter withName(String other) {
    return new Submitter(apiKeyId, clientKey, other);
  }
}
