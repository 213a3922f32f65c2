package io.speechtotext.app.job;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job to be created; it begins as pending.
 *
 * @param jobId its public id
 * @param audio what is to be turned into text
 * @param language the language to expect, up to 10 characters; null to detect it
 * @param modelName the model to use, up to 100 characters; null for the service's default
 * @param apiKeyId the id of the key that it was submitted with; null when with none
 * @param submittedBy who submitted it, up to 100 characters; null when not known
 */
public record NewJob(
    UUID jobId,
    Audio audio,
    @Nullable String language,
    @Nullable String modelName,
    @Nullable Integer apiKeyId,
    @Nullable String submittedBy) {

  /** A job of which nothing but its recording is known. */
  public static NewJob of(UUID jobId, Audio audio) {
    return new NewJob(jobId, audio, null, null, null, null);
  }
}
