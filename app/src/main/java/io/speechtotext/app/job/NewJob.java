package io.speechtotext.app.job;

import io.speechtotext.app.failure.InvalidValueException;
import io.speechtotext.app.value.LexiconName;
import java.util.UUID;

/**
 * A job to be submitted; it begins as pending.
 *
 * @param jobId its public id, chosen by the service
 * @param audio what is to be turned into text
 * @param submitter who wants it
 * @param options how it is to be done
 */
public record NewJob(UUID jobId, Audio audio, Submitter submitter, JobOptions options) {

  private static final TextRule FILENAME = new TextRule("audio.filename", 500);
  private static final TextRule FORMAT = new TextRule("audio.format", 10);
  private static final TextRule STORAGE_PATH = new TextRule("audio.storagePath", 1000);
  private static final NumberRule DURATION = NumberRule.notNegative("audio.durationSeconds");
  private static final NumberRule SIZE = NumberRule.notNegative("audio.sizeBytes");
  private static final TextRule LANGUAGE = new TextRule("job.language", 10);
  private static final TextRule MODEL_NAME = new TextRule("job.modelName", 100);
  private static final NumberRule MAX_ATTEMPTS = new NumberRule("job.maxAttempts", 1, 1000);
  private static final TextRule CLIENT_KEY = new TextRule("job.clientKey", 100);
  private static final TextRule SUBMITTED_BY = new TextRule("job.submittedBy", 100);

  /**
   * Checks all values.
   *
   * @throws InvalidValueException when the database would not take one of them
   */
  public NewJob {
    FILENAME.check(audio.filename());
    FORMAT.check(audio.format());
    STORAGE_PATH.check(audio.storagePath());
    DURATION.check(audio.durationSeconds());
    SIZE.check(audio.sizeBytes());
    check(submitter);
    check(options);
  }

  /** A job of the service's own, done as it does by default. */
  public static NewJob of(UUID jobId, Audio audio) {
    return new NewJob(jobId, audio, Submitter.SERVICE, JobOptions.DEFAULTS);
  }

  /** The same, wanted by somebody. */
  public NewJob by(Submitter other) {
    return new NewJob(jobId, audio, other, options);
  }

  /** The same, to be done so. */
  public NewJob with(JobOptions other) {
    return new NewJob(jobId, audio, submitter, other);
  }

  private static void check(Submitter submitter) {
    SUBMITTED_BY.check(submitter.name());
    if (submitter.clientKey() != null) {
      CLIENT_KEY.checkNotBlank(submitter.clientKey());
      if (submitter.apiKeyId() == null) {
        throw new InvalidValueException(CLIENT_KEY.field(), "comes with an API key");
      }
    }
  }

  private static void check(JobOptions options) {
    LANGUAGE.check(options.language());
    MODEL_NAME.check(options.modelName());
    MAX_ATTEMPTS.check(options.maxAttempts());
    LexiconName.require("job.lexiconId", options.lexiconId());
  }
}
