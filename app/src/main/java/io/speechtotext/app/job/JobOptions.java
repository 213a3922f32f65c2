package io.speechtotext.app.job;

import org.jspecify.annotations.Nullable;

/**
 * How a recording is to be turned into text.
 *
 * @param language the language to expect, up to 10 characters; null to detect it
 * @param modelName the model to use, up to 100 characters; null for the service's default
 * @param lexiconId the lexicon to apply; null for the service's default
 * @param maxAttempts after how many attempts that did not succeed it fails for good, at least 1
 */
public record JobOptions(
    @Nullable String language,
    @Nullable String modelName,
    @Nullable String lexiconId,
    int maxAttempts) {

  /** Whatever the service does by default; three attempts. */
  public static final JobOptions DEFAULTS = new JobOptions(null, null, null, 3);

  /** The same with a language. */
  public JobOptions withLanguage(String other) {
    return new JobOptions(other, modelName, lexiconId, maxAttempts);
  }

  /** The same with a model. */
  public JobOptions withModelName(String other) {
    return new JobOptions(language, other, lexiconId, maxAttempts);
  }

  /** The same with a lexicon. */
  public JobOptions withLexiconId(String other) {
    return new JobOptions(language, modelName, other, maxAttempts);
  }

  /** The same with another number of attempts. */
  public JobOptions withMaxAttempts(int other) {
    return new JobOptions(language, modelName, lexiconId, other);
  }
}
